/** Where a function stands decides whether callers can be led to its poll. */
import type * as TS from 'typescript';
import type { AsyncFunction, Host } from '../model';
import { anchorOf, waitsInside } from '../syntax';

/** Why a function at this place stays native, or undefined if it can be compiled. */
export function placeReason(node: AsyncFunction, { ts }: Host): string | undefined {
  const uses = (test: (child: TS.Node) => boolean): boolean => {
    const walk = (child: TS.Node): boolean => test(child) || !!ts.forEachChild(child, (next) => walk(next) || undefined);
    return walk(node);
  };
  // In sloppy code `yield` may be an ordinary name; a generator cannot use it.
  if (uses((child) => ts.isIdentifier(child) && child.text === 'yield')) return "it uses 'yield' as a name";
  if (ts.isMethodDeclaration(node)) {
    if (ts.isPrivateIdentifier(node.name)) return undefined;
    const anchor = anchorOf(node.parent, ts);
    return anchor.kind === 'wrap' && waitsInside(anchor.node, ts) ? 'it stands in a class or literal that awaits in the head of a loop' : undefined;
  }
  if (ts.isFunctionDeclaration(node)) {
    if (!node.name) return undefined;
    const block = node.parent;
    if (!ts.isSourceFile(block) && !ts.isBlock(block) && !ts.isModuleBlock(block)) return 'it is declared outside of a block';
    const name = node.name.text;
    if (block.statements.some((statement) => statement !== node && declares(statement, name, ts))) return 'its name is declared twice';
  }
  return undefined;
}

function declares(statement: TS.Statement, name: string, ts: Host['ts']): boolean {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text === name && statement.body !== undefined;
  return ts.isVariableStatement(statement) && statement.declarationList.declarations.some((d) => ts.isIdentifier(d.name) && d.name.text === name);
}
