/** Sloppy code sees a function that a block declares outside of that block too (ECMAScript, Annex B.3.3). */
import type * as TS from 'typescript';
import type { Facts, Host } from '../model';
import { directivesIn, forEachOwnChild, hasModifier, isReference } from '../syntax';

/**
 * { function g() {} }; await x; g()   the block gives `g` to a variable of the function around, too
 *
 * A frame keeps the variables that are declared. This one is not.
 */
export function blockFunctionReason({ trait: { node: fn } }: Pick<Facts, 'trait'>, host: Host): string | undefined {
  const { ts } = host;
  const homes = new Map<string, TS.Node[]>();
  const collect = (node: TS.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name !== undefined && node.parent.parent !== fn && !node.asteriskToken && !hasModifier(node, ts.SyntaxKind.AsyncKeyword, ts)) {
      const { text } = node.name;
      homes.set(text, [...(homes.get(text) ?? []), ts.isCaseOrDefaultClause(node.parent) ? node.parent.parent : node.parent]);
    }
    forEachOwnChild(node, ts, collect);
  };
  collect(fn.body);
  if (homes.size === 0 || isStrict(fn, host)) return undefined;
  const seen = (node: TS.Node): string | undefined => {
    const own = ts.isIdentifier(node) ? homes.get(node.text) : undefined;
    if (own !== undefined && (isReference(node as TS.Identifier, ts) || ts.isVariableDeclaration(node.parent)) && !own.some((home) => home.pos <= node.pos && node.end <= home.end)) return (node as TS.Identifier).text;
    return ts.forEachChild(node, seen);
  };
  const name = seen(fn);
  return name === undefined ? undefined : `the function '${name}' is seen outside of its block`;
}

export function isStrict(fn: TS.Node, { ts, context }: Host): boolean {
  const hasDirective = (statements: readonly TS.Statement[]): boolean =>
    directivesIn(statements, ts).some((statement) => ((statement as TS.ExpressionStatement).expression as TS.StringLiteral).text === 'use strict');
  for (let at = fn; at !== undefined; at = at.parent) {
    if (ts.isClassLike(at)) return true;
    const { body } = at as { body?: TS.Node };
    if (ts.isFunctionLike(at) && body !== undefined && ts.isBlock(body) && hasDirective(body.statements)) return true;
    if (!ts.isSourceFile(at)) continue;
    const { alwaysStrict, strict } = context.getCompilerOptions();
    return ts.isExternalModule(at) || hasDirective(at.statements) || (alwaysStrict ?? strict) === true;
  }
  return false;
}
