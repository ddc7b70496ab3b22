/** Where a function stands decides whether callers can be led to its poll. */
import type * as TS from 'typescript';
import type { AsyncFunction, Host } from '../model';
import { isStatic, keyText } from '../syntax';

/** Why a function at this place stays native, or undefined if it can be compiled. */
export function placeReason(node: AsyncFunction, ours: ReadonlySet<TS.Decorator>, host: Host): string | undefined {
  const { ts } = host;
  if (ts.isMethodDeclaration(node)) {
    if (ts.isPrivateIdentifier(node.name)) return undefined;
    if (isTwinOfDecorated(node, ours, host)) return 'another member of its name is decorated, and decorators find members by their name';
  }
  return undefined;
}

/** Natively each standard decorator gets its own method; as TypeScript lowers them, the one that the class has at last. */
function isTwinOfDecorated(node: TS.MethodDeclaration, ours: ReadonlySet<TS.Decorator>, { ts, context }: Host): boolean {
  const text = keyText(node.name, ts);
  if (context.getCompilerOptions().experimentalDecorators || text === undefined || !ts.isClassLike(node.parent)) return false;
  return node.parent.members.some((member) => {
    if (member === node || member.name === undefined || ts.isPropertyDeclaration(member) || isStatic(member, ts) !== isStatic(node, ts)) return false;
    return ts.canHaveDecorators(member) && !!ts.getDecorators(member)?.some((decorator) => !ours.has(decorator)) && keyText(member.name, ts) === text;
  });
}
