/** Where a function stands decides whether callers can be led to its poll. */
import type * as TS from 'typescript';
import type { AsyncFunction, Host } from '../model';

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
    if (ts.isComputedPropertyName(node.name) && !ts.isStringLiteralLike(node.name.expression)) return 'its name is computed';
    if (ts.isObjectLiteralExpression(node.parent)) {
      if (uses((child) => child.kind === ts.SyntaxKind.SuperKeyword)) return 'it is a method of an object literal that uses `super`';
      return undefined;
    }
    const twin = (node.parent as TS.ClassLikeDeclaration).members.some((member) => member !== node && sameMember(member, node, ts));
    if (twin) return 'the class has another member of its name';
    return anchorOf(node.parent, ts) === undefined ? 'its class stands where no variable can be declared' : undefined;
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

/**
 * Standard decorators run while the class is still being made, and would get the poll in place of the public function. The
 * older dialect decorates the finished class.
 */
export function decoratorReason(node: AsyncFunction, ours: ReadonlySet<TS.Decorator>, { ts, context }: Host): string | undefined {
  if (context.getCompilerOptions().experimentalDecorators || !ts.canHaveDecorators(node)) return undefined;
  const foreign = ts.getDecorators(node)?.some((decorator) => !ours.has(decorator));
  return foreign ? 'another decorator stands on it' : undefined;
}

function sameMember(member: TS.ClassElement, node: TS.MethodDeclaration, ts: Host['ts']): boolean {
  if (!member.name || ts.isPrivateIdentifier(member.name) || member.name.getText() !== node.name.getText()) return false;
  if (ts.isMethodDeclaration(member) && member.body === undefined) return false;
  const isStatic = (element: TS.Node): boolean => ts.canHaveModifiers(element) && !!ts.getModifiers(element)?.some((m) => m.kind === ts.SyntaxKind.StaticKeyword);
  return isStatic(member) === isStatic(node);
}

function declares(statement: TS.Statement, name: string, ts: Host['ts']): boolean {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text === name && statement.body !== undefined;
  return ts.isVariableStatement(statement) && statement.declarationList.declarations.some((d) => ts.isIdentifier(d.name) && d.name.text === name);
}

/**
 * The statement before which a variable for this class can be declared, so that each evaluation of the class has its own.
 * None for a class in a parameter's default, a field's initializer, or an arrow function without a block.
 */
export function anchorOf(node: TS.Node, ts: Host['ts']): TS.Statement | undefined {
  let at: TS.Node = node;
  while (at.parent !== undefined) {
    if (ts.isStatement(at) && !ts.isBlock(at)) return at;
    if (ts.isFunctionLike(at) || ts.isPropertyDeclaration(at) || (ts.isClassLike(at) && at !== node)) return undefined;
    at = at.parent;
  }
  return undefined;
}
