/** The rooms of the transformer, one after the other, on a source text. */
import * as ts from 'typescript';
import { find } from '../../transformer/1-find';
import { analyse, analyseDyns } from '../../transformer/2-analyse';
import { check } from '../../transformer/3-check';
import { lower } from '../../transformer/4-lower';
import { emit } from '../../transformer/5-emit';
import type { Machine } from '../../transformer/machine';
import type { Diagnostic, Facts, Found, Host, Options, Plan } from '../../transformer/model';

export interface Rooms {
  readonly file: ts.SourceFile;
  readonly found: Found;
  readonly facts: readonly Facts[];
  readonly checked: Plan;
  readonly plan: Plan;
  readonly machines: ReadonlyMap<ts.Node, Machine>;
  readonly emitted: ts.SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

export function rooms(text: string, options: Partial<Options> = {}): Rooms {
  const file = ts.createSourceFile('input.ts', text, ts.ScriptTarget.ESNext, true);
  const diagnostics: Diagnostic[] = [];
  let result: Rooms | undefined;
  ts.transform(file, [(context) => (source) => {
    const host: Host = {
      ts, factory: context.factory, context, checker: undefined, prefix: '$',
      options: { scheduling: 'eager', eager: 'traits', include: 'marked', pool: undefined, returns: undefined, checked: false, runtime: undefined, ...options },
      report: (diagnostic) => diagnostics.push(diagnostic),
    };
    const found = find(source, host);
    const facts = analyse(found, host);
    const checked = check(found, facts, host, analyseDyns(found, host));
    const { plan, machines } = lower(checked, host);
    result = { file, found, facts, checked, plan, machines, emitted: emit(plan, machines, host), diagnostics };
    return source;
  }]);
  return result!;
}

/** All nodes below `node`, itself included. */
export function nodesOf(node: ts.Node): ts.Node[] {
  const all: ts.Node[] = [];
  const visit = (child: ts.Node): void => {
    all.push(child);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return all;
}

export const IMPORT = "import { asyncTrait } from 'boxless';\n";
