/** Object literals that await. */
import type * as TS from 'typescript';
import { skipOuter, withName } from '../syntax';
import { isNameless, type Lowering } from './lowering';
import { keptKey, memberOf } from './patterns';
import { spill } from './spill';

/**
 * Keys and values are evaluated in their order and kept; functions stay in the literal, where they get their names and `super`.
 *
 *   { [k()]: 1, m() {}, a: await x }   ->   $1 = $propertyKey(k());  await x;  { [$1]: 1, m() {}, a: $t }
 */
export function spillObject(node: TS.ObjectLiteralExpression, at: Lowering): TS.Expression {
  const { ts, f } = at;
  const last = node.properties.findLastIndex((property) => at.pauses(property));
  const properties = node.properties.map((property, index) => {
    if (index > last) return property;
    if (ts.isSpreadAssignment(property)) {
      const value = spill(property.expression, at);
      return f.updateSpreadAssignment(property, index === last ? value : at.keep(f.createObjectLiteralExpression([f.createSpreadAssignment(value)])));
    }
    if (ts.isShorthandPropertyAssignment(property)) {
      const { text } = property.name;
      // `__proto__: value` would set the prototype.
      return f.createPropertyAssignment(text === '__proto__' ? f.createComputedPropertyName(f.createStringLiteral(text)) : f.createIdentifier(text), at.keep(property.name));
    }
    let name = property.name;
    // The last key stays where it is, unless the value beside it awaits.
    const valueAwaits = ts.isPropertyAssignment(property) && at.pauses(property.initializer);
    if (ts.isComputedPropertyName(name)) {
      name = f.updateComputedPropertyName(name, index === last && !valueAwaits ? spill(name.expression, at) : keptKey(name.expression, at));
    }
    if (!ts.isPropertyAssignment(property)) return withName(property, name, ts, f);
    const { initializer } = property;
    if (index === last && !valueAwaits) return f.updatePropertyAssignment(property, name, initializer);
    if (isNameless(initializer, ts) && ts.isFunctionLike(skipOuter(initializer, ts))) return f.updatePropertyAssignment(property, name, initializer);
    const value = spill(initializer, at);
    if (index === last) return f.updatePropertyAssignment(property, name, value);
    // A class is evaluated at its turn, with the name that the key gives it.
    const named = isNameless(value, ts) ? memberOf(f.createParenthesizedExpression(f.createObjectLiteralExpression([f.createPropertyAssignment(name, value)])), name, at) : value;
    return f.updatePropertyAssignment(property, name, at.keep(named));
  });
  return f.updateObjectLiteralExpression(node, properties);
}
