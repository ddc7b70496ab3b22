/** `await using` in a generator: TypeScript would lower it to an `await`, which a generator has not. */
import type * as TS from 'typescript';
import type { Emitter } from './emitter';

/**
 * { await using x = open(); use(x); }
 *   ->   const $u1 = new $Disposer();
 *        try { const x = $u1.use(open(), true); use(x); }
 *        catch ($e) { $u1.fail($e); }
 *        finally { const $v = $u1.dispose(); if ($v) yield $await($v); }
 *
 * see test/emit/await-using
 */
export class Using {
  private count = 0;
  private readonly names = new Map<TS.Node, string>();

  constructor(
    private readonly emit: Emitter,
    private readonly pause: (value: TS.Expression) => TS.Expression,
  ) {}

  /** Is `await using` among the statements? Then every `using` there is ours. */
  isIn(statements: readonly TS.Statement[]): boolean {
    const { ts } = this.emit;
    return statements.some((statement) => ts.isVariableStatement(statement) && this.isAsync(statement.declarationList));
  }

  isAsync(list: TS.Node | undefined): list is TS.VariableDeclarationList {
    const { ts } = this.emit;
    return list !== undefined && ts.isVariableDeclarationList(list) && (list.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.AwaitUsing;
  }

  /** The statements that `write` makes for the scope `node`, and disposing around them. */
  around(node: TS.Node, write: () => readonly TS.Statement[]): TS.Statement[] {
    const { emit } = this;
    const { f, ts } = emit;
    const name = `${emit.host.prefix}u${++this.count}`;
    this.names.set(node, name);
    const call = (member: string, ...args: TS.Expression[]): TS.Expression => f.createCallExpression(f.createPropertyAccessExpression(f.createIdentifier(name), member), undefined, args);
    const fails = (): TS.CatchClause => f.createCatchClause(f.createVariableDeclaration(emit.local('e')), f.createBlock([f.createExpressionStatement(call('fail', emit.local('e')))]));
    const waits = emit.local('v');
    const disposed = f.createVariableStatement(undefined, f.createVariableDeclarationList([f.createVariableDeclaration(waits, undefined, undefined, call('dispose'))], ts.NodeFlags.Const));
    const finalizer = f.createBlock([disposed, f.createIfStatement(waits, f.createExpressionStatement(this.pause(waits)))], true);
    const made = f.createVariableDeclaration(name, undefined, undefined, f.createNewExpression(emit.names.runtime('Disposer'), undefined, []));
    return [
      f.createVariableStatement(undefined, f.createVariableDeclarationList([made], ts.NodeFlags.Const)),
      f.createTryStatement(f.createBlock(write(), true), fails(), finalizer),
    ];
  }

  /** `using x = v` in a scope of ours   ->   `const x = $u1.use(v, false)` */
  declaration(node: TS.VariableStatement): TS.Statement | undefined {
    const { emit } = this;
    return this.names.has(node.parent) && (node.declarationList.flags & emit.ts.NodeFlags.Using) !== 0
      ? emit.at(emit.f.createVariableStatement(undefined, this.list(node.declarationList, node.parent)), node)
      : undefined;
  }

  /** @param value what a loop gives, in place of an initializer */
  list(list: TS.VariableDeclarationList, scope: TS.Node, value?: TS.Expression): TS.VariableDeclarationList {
    const { emit } = this;
    const { f, ts } = emit;
    const isAsync = this.isAsync(list) ? f.createTrue() : f.createFalse();
    const use = f.createPropertyAccessExpression(f.createIdentifier(this.names.get(scope)!), 'use');
    if (!(list.flags & ts.NodeFlags.Using)) return emit.visited(list);
    return f.createVariableDeclarationList(list.declarations.map((declaration) =>
      emit.mapped(f.createVariableDeclaration(declaration.name, undefined, undefined, f.createCallExpression(use, undefined, [value ?? emit.visited(declaration.initializer!), isAsync])), declaration)), ts.NodeFlags.Const);
  }
}
