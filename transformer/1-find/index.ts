/**
 * Room 1: which functions are marked?           SourceFile -> Found
 *
 * Takes any source file. Promises: every trait is an async function with a body, each once, outermost first; the
 * decorators listed are ours and nobody else's.
 */
import type * as TS from 'typescript';
import { diagnose } from '../diagnostics';
import type { AsyncFunction, Combinator, DynCall, Found, Host, Trait, TraitOptions } from '../model';
import { ownNames } from './own-names';
import { decoratorOptions, tagOptions } from './decorator-options';
import { asyncFunctionsIn, checkClass, checkDecorator, checkTag, isAsync, nameOf, placeOf, tagOf } from './marks';

export function find(file: TS.SourceFile, host: Host): Found {
  const { ts, options } = host;
  const names = ownNames(file, host);
  const traits: Trait[] = [];
  const dyns: DynCall[] = [];
  const decorators = new Set<TS.Decorator>();
  const combinators = new Map<TS.Node, Combinator>();
  const classOptions = new Map<TS.Node, TraitOptions>();
  /** Functions whose mark stands on the declaration or property that holds them. */
  const held = new Map<TS.Node, TraitOptions>();

  const markOf = (node: TS.Node): TraitOptions | undefined => {
    const ours = (ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []).filter(({ expression }) => names.isAsyncTrait(expression));
    const marks = ours.map((decorator) => {
      decorators.add(decorator);
      checkDecorator(node, decorator, file, host);
      return decoratorOptions(decorator, file, host);
    });
    const tag = tagOf(node, ts);
    const again = ours[1] ?? (ours[0] !== undefined && tag !== undefined ? ours[0] : undefined);
    if (again !== undefined) host.report(diagnose(file, again, 'markedTwice', nameOf(node, ts)));
    if (tag !== undefined) checkTag(node, tag, file, host);
    const mark = marks[marks.length - 1] ?? (tag && tagOptions(tag.text, tag.start, file, host));
    if (mark !== undefined && ts.isClassLike(node)) checkClass(node, ours[0] ?? placeOf(tag!), file, host);
    return mark;
  };

  const add = (node: AsyncFunction, mark: TraitOptions): void => {
    const { scheduling, pool, returns } = options;
    const own = { ...(ts.isMethodDeclaration(node) ? classOptions.get(node.parent) : undefined), ...mark };
    const merged = { ...(pool && { pool }), ...(returns && own.reuse !== 'await-once' && { returns }), ...own };
    if (merged.reuse === 'await-once' && merged.returns === 'promise') {
      host.report(diagnose(file, node.name ?? node, 'conflictingOptions', label(node, ts), "reuse: 'await-once'", "returns: 'promise'", 'a native promise cannot be used again'));
    }
    traits.push({ node, label: label(node, ts), scheduling: merged.scheduling ?? scheduling, options: merged });
  };

  const visit = (node: TS.Node): void => {
    if (ts.isCallExpression(node) && names.isDynTrait(node.expression)) dyns.push(dynCall(node, ts));
    if (ts.isCallExpression(node)) {
      const combinator = names.combinator(node.expression);
      if (combinator !== undefined) combinators.set(node, combinator);
    }
    if (ts.isClassLike(node)) {
      const mark = markOf(node);
      if (mark !== undefined) classOptions.set(node, mark);
    } else if (isAsyncFunctionLike(node, ts) && isAsync(node, ts)) {
      const mark = markOf(node) ?? (ts.isMethodDeclaration(node) ? classOptions.get(node.parent) : held.get(node));
      const wanted = mark ?? (options.include === 'all' ? unmarked(node as AsyncFunction) : undefined);
      if (wanted !== undefined && node.body !== undefined) add(node as AsyncFunction, wanted);
    } else {
      const mark = markOf(node);
      // `/** @asyncTrait *\/ const f = async () => ...` and the same on properties: the tag means the function.
      if (mark !== undefined) for (const fn of asyncFunctionsIn(node, ts)) held.set(fn, mark);
    }
    ts.forEachChild(node, visit);
  };

  /** Who calls what nobody marked was never told of PooledFutures: unless the plugin's options say it, it gets plain promises. */
  const unmarked = (node: AsyncFunction): TraitOptions =>
    options.returns === undefined && (ts.isArrowFunction(node) || !node.asteriskToken) ? { returns: 'promise' } : {};

  visit(file);
  return { file, failed: [], deep: new Set(), traits, dyns, decorators, combinators };
}

/** `const DynKv = dynTrait<Kv>()`: the class is called as the constant, elsewhere as the trait. */
function dynCall(node: TS.CallExpression, ts: Host['ts']): DynCall {
  const type = node.typeArguments?.[0];
  const trait = type !== undefined && ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) ? type.typeName.text : '';
  return { node, type, isDescribed: node.arguments.length > 0, label: inferredName(node, ts) ?? `Dyn${trait}` };
}

function isAsyncFunctionLike(node: TS.Node, ts: Host['ts']): node is TS.MethodDeclaration | TS.FunctionDeclaration | TS.FunctionExpression | TS.ArrowFunction {
  return ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node);
}

function label(node: AsyncFunction, ts: Host['ts']): string {
  const own = node.name?.getText() ?? inferredName(node, ts) ?? '<anonymous>';
  const owner = ts.isMethodDeclaration(node) && ts.isClassLike(node.parent) ? (node.parent.name?.text ?? inferredName(node.parent, ts)) : undefined;
  return owner === undefined ? own : `${owner}.${own}`;
}

/** The name an anonymous function or class gets from where it stands (ECMAScript NamedEvaluation). */
function inferredName(node: TS.Node, ts: Host['ts']): string | undefined {
  let at = node;
  while (ts.isParenthesizedExpression(at.parent)) at = at.parent;
  const parent = at.parent;
  if ((ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) && parent.initializer === at) {
    return ts.isIdentifier(parent.name) || ts.isStringLiteral(parent.name) || ts.isPrivateIdentifier(parent.name) ? parent.name.text : undefined;
  }
  if (ts.isBinaryExpression(parent) && parent.right === at && ts.isIdentifier(parent.left)) return parent.left.text;
  return undefined;
}
