/** compile promises: where the compiler itself fails, one function stays native, and that is reported. */
import * as ts from 'typescript';
import { compile } from '../../transformer/compile';
import type { Diagnostic, Host, Ts } from '../../transformer/model';
import { IMPORT } from '../harness/rooms';

const SOURCE = `${IMPORT}
class A {
  @asyncTrait async before() { return await x(1); }
  @asyncTrait async poison() { try { return await x(2); } finally { y(); } }
  @asyncTrait async #hidden() { return await x(3); }
  @asyncTrait async after() { return (await this.poison()) + await this.#hidden(); }
}
/** @asyncTrait */
async function f() { const inner = async () => { await x(4); }; return await inner(); }
/** @asyncTrait */
const arrow = async () => { try { await x(5); } finally { y(); } };
`;

/** Compiles with a TypeScript that fails: `broken` puts something in the place of its functions. */
function compileWith(broken: { factory?: Partial<ts.NodeFactory>; ts?: Partial<Ts> }): { code: string; report: ReturnType<typeof compile>['report']; diagnostics: Diagnostic[] } {
  const file = ts.createSourceFile('input.ts', SOURCE, ts.ScriptTarget.ESNext, true);
  const diagnostics: Diagnostic[] = [];
  let compiled: ReturnType<typeof compile> | undefined;
  const { transformed } = ts.transform(file, [(context) => (source) => {
    const host: Host = {
      ts: new Proxy(ts, { get: (target, name) => Reflect.get({ ...broken.ts }, name) as unknown ?? Reflect.get(target, name) }), factory: Object.assign(Object.create(context.factory) as ts.NodeFactory, broken.factory),
      context, checker: undefined, prefix: '$', report: (diagnostic) => diagnostics.push(diagnostic),
      options: { scheduling: 'eager', eager: 'traits', include: 'marked', runtime: undefined } as Host['options'],
    };
    compiled = compile(source, host);
    return compiled.file;
  }]);
  return { code: ts.createPrinter().printFile(transformed[0]!), report: compiled!.report, diagnostics };
}

const createTryStatement = (): never => { throw new TypeError('no such luck'); };

test.each<[string, Parameters<typeof compileWith>[0]]>([
  ['emitting', { factory: { createTryStatement } }],
  ['lowering', { ts: { isTryStatement: Object.assign((node: ts.Node): node is ts.TryStatement => { if (ts.isTryStatement(node) && node.pos > 0) throw new TypeError('no such luck'); return false; }) } }],
  ['analysing', { ts: { isAwaitExpression: ((node: ts.Node): node is ts.AwaitExpression => { if (ts.isAwaitExpression(node) && /x\([25]\)/.test(node.getText())) throw new TypeError('no such luck'); return ts.isAwaitExpression(node); }) } }],
])('a failure in %s costs the functions it met and no other', (_, broken) => {
  const { code, report, diagnostics } = compileWith(broken);
  expect(report.compiled.map(({ name }) => name)).toEqual(['A.before', 'A.#hidden', 'A.after', 'f']);
  expect(report.native.map(({ name, code: number }) => [name, number])).toEqual([['A.poison', 'BX90120'], ['arrow', 'BX90120']]);
  expect(diagnostics.map(({ category, message, start }) => [category, message, SOURCE.slice(start).split(/\W/, 1)[0]])).toEqual([
    ['warning', "'A.poison' stays a native async function, because the compiler failed on it: no such luck. This is a fault of boxless: please report it with this message and the function.", 'poison'],
    ['warning', "'arrow' stays a native async function, because the compiler failed on it: no such luck. This is a fault of boxless: please report it with this message and the function.", 'async'],
  ]);
  expect(code).toContain('async poison() { try {');
  expect(code).toContain('const arrow = async () => { try {');
  expect(code).not.toContain('@asyncTrait async');
  expect(ts.transpileModule(code, { reportDiagnostics: true }).diagnostics).toEqual([]);
});
