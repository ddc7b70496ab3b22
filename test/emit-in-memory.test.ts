/** The default export as a custom transformer of a host with its own TypeScript: ts-morph's in-memory emit. */
import boxless from 'boxless/transformer';
import { ModuleKind, Project, ScriptTarget, ts } from 'ts-morph';
import * as runtime from 'boxless';
import * as internal from 'boxless/internal';

const SOURCE = `
  import { asyncTrait, poolOf } from 'boxless';
  import { mark } from './mark';
  export class Source {
    constructor(private readonly limit: number) {}
    private row = 0;
    @asyncTrait
    async next(): Promise<number | null> {
      if (this.row === this.limit) return null;
      if (this.row === 2) await new Promise((resolve) => setImmediate(resolve));
      return this.row++;
    }
    @mark
    async all(): Promise<(number | null)[]> {
      const rows: (number | null)[] = [];
      for (;;) {
        const row = await this.next();
        rows.push(row);
        if (row === null) return rows;
      }
    }
    counts() { return poolOf(this); }
  }`;

function emit(config: object): { files: Map<string, string>; diagnostics: ts.Diagnostic[] } {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.CommonJS, declaration: true, skipLibCheck: true },
  });
  project.createSourceFile('/node_modules/boxless/runtime/decorator.d.ts', 'export declare const asyncTrait: any; export declare function poolOf(o: object): any;');
  project.createSourceFile('/node_modules/boxless/index.d.ts', "export * from './runtime/decorator';");
  project.createSourceFile('/mark.ts', "export { asyncTrait as mark } from 'boxless';");
  project.createSourceFile('/main.ts', SOURCE);
  const diagnostics: ts.Diagnostic[] = [];
  const program = project.getProgram().compilerObject;
  // Its TypeScript is another copy than ours, with flags numbered in its own way: it is handed over.
  const { before, afterDeclarations } = boxless(program as never, config, { ts: ts as never, addDiagnostic: (diagnostic) => diagnostics.push(diagnostic as never) });
  const emitted = project.emitToMemory({ customTransformers: { before: [before as never], afterDeclarations: [afterDeclarations as never] } });
  return { files: new Map(emitted.getFiles().map(({ filePath, text }) => [filePath, text])), diagnostics };
}

function run(files: Map<string, string>): any {
  const load = (path: string): unknown => {
    const module = { exports: {} };
    const known: Record<string, () => unknown> = { boxless: () => runtime, 'boxless/internal': () => internal, './mark': () => load('/mark.js') };
    new Function('module', 'exports', 'require', files.get(path)!)(module, module.exports, (name: string) => known[name]!());
    return module.exports;
  };
  return load('/main.js');
}

test('what is emitted is compiled, and runs', async () => {
  const { files, diagnostics } = emit({});
  expect(diagnostics).toEqual([]);
  expect(files.get('/main.js')).not.toMatch(/async next|__esDecorate/);
  const { Source } = run(files);
  const source = new Source(4);
  const call = source.all();
  expect(call).toBeInstanceOf(runtime.PooledFuture);
  expect(await call).toEqual([0, 1, 2, 3, null]);
  expect(source.counts()).toMatchObject({ live: 0, created: 2 });
});

test('a mark that only the types lead to is found: a re-export', () => {
  expect(emit({}).files.get('/main.js')).not.toMatch(/async all/);
});

test('declarations pass as they are', () => {
  expect(emit({}).files.get('/main.d.ts')).toContain('next(): Promise<number | null>;');
});

test('a misspelt option is reported once, with its code, whatever the number of files', () => {
  const { diagnostics } = emit({ schedulling: 'eager' });
  expect(diagnostics.map(({ code, category }) => [code, category])).toEqual([[90001, ts.DiagnosticCategory.Error]]);
});
