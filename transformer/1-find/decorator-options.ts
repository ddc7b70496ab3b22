/** The options written at a decorator: `@asyncTrait({ scheduling: 'microtask' })`. Read from the syntax, so literals only. */
import type * as TS from 'typescript';
import { diagnose } from '../diagnostics';
import type { Host, Options } from '../model';

export interface DecoratorOptions {
  scheduling?: Options['scheduling'];
}

const VALUES: Record<keyof DecoratorOptions, readonly string[]> = { scheduling: ['eager', 'microtask'] };

export function decoratorOptions(decorator: TS.Decorator, file: TS.SourceFile, host: Host): DecoratorOptions {
  const { ts } = host;
  const call = decorator.expression;
  const found: DecoratorOptions = {};
  if (!ts.isCallExpression(call)) return found;
  const argument = call.arguments[0];
  if (argument === undefined) return found;
  if (!ts.isObjectLiteralExpression(argument)) {
    host.report(diagnose(file, argument, 'badDecoratorOption', 'options', 'an object literal'));
    return found;
  }
  for (const property of argument.properties) {
    const name = property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) ? property.name.text : undefined;
    if (name === undefined || !Object.hasOwn(VALUES, name)) {
      host.report(diagnose(file, property, 'unknownDecoratorOption', property.name?.getText(file) ?? property.getText(file), Object.keys(VALUES).join(', ')));
      continue;
    }
    const allowed = VALUES[name as keyof DecoratorOptions];
    const value = ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer) ? property.initializer.text : undefined;
    if (value === undefined || !allowed.includes(value)) {
      host.report(diagnose(file, property, 'badDecoratorOption', name, allowed.map((word) => `'${word}'`).join(' or ')));
      continue;
    }
    found[name as 'scheduling'] = value as Options['scheduling'];
  }
  return found;
}
