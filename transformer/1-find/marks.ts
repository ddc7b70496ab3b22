/** Our marks, and whether they stand where they mean something. */
import type * as TS from 'typescript';
import { diagnose, type Place } from '../diagnostics';
import type { Host } from '../model';
import { hasModifier, skipOuter } from '../syntax';

/** What stands behind a JSDoc tag, up to the end of its comment, and where. */
export interface Tag {
  readonly text: string;
  readonly start: number;
}

/** Our JSDoc tag at `node`. */
export function tagOf(node: TS.Node, ts: Host['ts']): Tag | undefined {
  const canCarry =
    ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isVariableStatement(node) ||
    ts.isPropertyDeclaration(node) || ts.isPropertyAssignment(node) || ts.isClassLike(node);
  if (!canCarry) return undefined;
  // Compilers skip most JSDoc when they parse; the comment itself is always there.
  const text = node.getSourceFile().text;
  const at = node.getFullStart();
  for (const { pos, end } of [...(ts.getTrailingCommentRanges(text, at) ?? []), ...(ts.getLeadingCommentRanges(text, at) ?? [])]) {
    const tag = text.startsWith('/**', pos) ? /^[\s*]*@asyncTrait\b/m.exec(text.slice(pos + 3, end)) : null;
    if (tag === null) continue;
    const start = pos + 3 + tag.index + tag[0].length;
    return { text: text.slice(start, end - 2), start };
  }
  return undefined;
}

export function nameOf(node: TS.Node, ts: Host['ts']): string {
  const name = (node as { name?: TS.Node }).name;
  return name === undefined ? ts.SyntaxKind[node.kind]! : name.getText();
}

/** The tag itself, for messages. */
export function placeOf({ start }: Tag): Place {
  return { getStart: () => start - '@asyncTrait'.length, end: start };
}

/** The decorator stands on an async method or a class, and has at most its options. */
export function checkDecorator(node: TS.Node, decorator: TS.Decorator, file: TS.SourceFile, host: Host): void {
  const { ts } = host;
  const { expression } = decorator;
  if (ts.isCallExpression(expression) && expression.arguments.length !== 1) {
    host.report(diagnose(file, decorator, 'badDecoratorCall', String(expression.arguments.length)));
  }
  if (ts.isClassLike(node) || (ts.isMethodDeclaration(node) && isAsync(node, ts))) return;
  const isMethod = ts.isMethodDeclaration(node);
  const help = isMethod ? "Add 'async', or take the decorator away." : asyncFunctionsIn(node, ts).length > 0 ? 'The function in a field is marked by the JSDoc tag: /** @asyncTrait */ in front of the field.' : 'Take the decorator away.';
  host.report(diagnose(file, decorator, 'notAsync', nameOf(node, ts), isMethod ? 'method' : 'method or a class', help));
}

/** The tag stands on an async function, on a class, or on what only describes one: an abstract method, an overload. */
export function checkTag(node: TS.Node, tag: Tag, file: TS.SourceFile, host: Host): void {
  const { ts } = host;
  if (ts.isClassLike(node)) return;
  const isFunction = ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node);
  if (isFunction && (node.body === undefined || isAsync(node, ts))) return;
  if (hasModifier(node, ts.SyntaxKind.AbstractKeyword, ts) || hasModifier(node, ts.SyntaxKind.DeclareKeyword, ts) || asyncFunctionsIn(node, ts).length > 0) return;
  const help = isFunction ? "Add 'async', or take the tag away." : 'Put it in front of an async function, or take it away.';
  const name = ts.isVariableStatement(node) ? node.declarationList.declarations.map((declaration) => declaration.name.getText(file)).join(', ') : nameOf(node, ts);
  host.report(diagnose(file, placeOf(tag), 'notAsync', name, 'function', help));
}

/** A marked class has something to compile, or describes it. */
export function checkClass(node: TS.ClassLikeDeclaration, mark: Place, file: TS.SourceFile, host: Host): void {
  const { ts } = host;
  if (node.members.some((member) => ts.isMethodDeclaration(member) && (member.body === undefined || isAsync(member, ts)))) return;
  host.report(diagnose(file, mark, 'nothingToMark', node.name?.text ?? 'anonymous'));
}

export function isAsync(node: TS.Node, ts: Host['ts']): boolean {
  return hasModifier(node, ts.SyntaxKind.AsyncKeyword, ts);
}

/** `const f = async () => {}`, and the same in a field or property: the functions it holds. */
export function asyncFunctionsIn(node: TS.Node, ts: Host['ts']): TS.Node[] {
  const declared = ts.isVariableStatement(node) ? node.declarationList.declarations : [node];
  return declared.flatMap((declaration) => {
    const initializer = (declaration as { initializer?: TS.Expression }).initializer;
    const value = initializer && skipOuter(initializer, ts);
    return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) && isAsync(value, ts) ? [value] : [];
  });
}
