/** The options written at a decorator or in a JSDoc tag. Read from the syntax, so literals only. */
import type * as TS from 'typescript';
import { diagnose } from '../diagnostics';
import type { Host, TraitOptions } from '../model';
import { problemsOf } from '../trait-options';

/** `@asyncTrait({ exclusive: true })` */
export function decoratorOptions(decorator: TS.Decorator, file: TS.SourceFile, host: Host): TraitOptions {
  const { ts } = host;
  const call = decorator.expression;
  const argument = ts.isCallExpression(call) ? call.arguments[0] : undefined;
  return argument === undefined ? {} : optionsIn(argument, file, host);
}

/**
 * `/** @asyncTrait { exclusive: true } *\/`, of which `text` is what follows the tag and begins at `start` of the file.
 * It is parsed at its own position, so that what is reported of it is reported there.
 */
export function tagOptions(text: string, start: number, file: TS.SourceFile, host: Host): TraitOptions {
  const { ts } = host;
  const from = /^[\s*]*\(?[\s*]*(?=\{)/.exec(text)?.[0].length;
  if (from === undefined) return {};
  // The stars at the beginning of lines are no part of it.
  const literal = text.slice(from, endOfBraces(text, from)).replace(/^(\s*)\*/gm, '$1 ');
  const parsed = ts.createSourceFile(file.fileName, `${' '.repeat(start + from - 1)}(${literal})`, ts.ScriptTarget.Latest, true);
  const statement = parsed.statements[0]!;
  return ts.isExpressionStatement(statement) && ts.isParenthesizedExpression(statement.expression) ? optionsIn(statement.expression.expression, file, host) : {};
}

/** Behind the brace that closes the one at `from`; the end of the text if none does. */
function endOfBraces(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

function optionsIn(argument: TS.Expression, file: TS.SourceFile, host: Host): TraitOptions {
  if (!host.ts.isObjectLiteralExpression(argument)) {
    host.report(diagnose(file, argument, 'badDecoratorOption', 'options', 'an object literal'));
    return {};
  }
  const nodes = new Map<string, TS.Node>();
  const options = valueOf(argument, '', nodes, file, host) as Record<string, unknown>;
  for (const problem of problemsOf(options)) {
    if (problem.kind === 'unknown') host.report(diagnose(file, nodes.get(problem.path)!, 'unknownDecoratorOption', problem.path, problem.known));
    else host.report(diagnose(file, nodes.get(problem.at)!, 'badDecoratorOption', problem.path, problem.allowed));
    delete options[problem.path.split('.')[0]!];
  }
  return options;
}

/** What the literal is; undefined for an expression, which no option can be. Notes where each property is written. */
function valueOf(node: TS.Expression, path: string, nodes: Map<string, TS.Node>, file: TS.SourceFile, host: Host): unknown {
  const { ts } = host;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const value: Record<string, unknown> = {};
  for (const property of node.properties) {
    const name = property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) ? property.name.text : (property.name ?? property).getText();
    nodes.set(path + name, property);
    value[name] = ts.isPropertyAssignment(property) ? valueOf(property.initializer, `${path}${name}.`, nodes, file, host) : undefined;
  }
  return value;
}
