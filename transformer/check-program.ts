/**
 * The `"transformProgram": true` entry: our diagnostics become semantic diagnostics of the program. So `--noEmit` reports
 * them and `noEmitOnError` counts them, while a transformer alone is first asked when files are being written.
 */
import type * as TS from 'typescript';
import { examine } from './compile';
import { asTypeScript } from './diagnostics';
import type { Diagnostic, Ts } from './model';
import { inConfig, readOptions } from './options';

/** What builders (`-b`, `--watch`, `--incremental`) ask for in place of `getSemanticDiagnostics`; not in the public types. */
interface WithBuilderDoor {
  getBindAndCheckDiagnostics?: TS.Program['getSemanticDiagnostics'];
}

/**
 * Adds our diagnostics to those of `program`, in place. The tree is only read.
 *
 * @param config the plugin entry of tsconfig.json
 */
export function checkProgram(program: TS.Program, config: object, ts: Ts): TS.Program {
  const known = new Map<TS.SourceFile, readonly TS.Diagnostic[]>();
  const first = program.getSourceFiles().find(isOurs);

  function isOurs(file: TS.SourceFile): boolean {
    return !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file) && !file.fileName.endsWith('.json');
  }

  const diagnosticsOf = (file: TS.SourceFile): readonly TS.Diagnostic[] => {
    const faults: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic): void => void faults.push(diagnostic);
    const options = readOptions(config, file, file === first ? report : () => undefined, inConfig(program, ts));
    const rooms: TS.TransformerFactory<TS.SourceFile> = (context) => (source) => {
      const host = { ts, factory: context.factory, context, options, checker: program.getTypeChecker(), prefix: '$', report };
      examine(source, host);
      return source;
    };
    ts.transform(file, [rooms], program.getCompilerOptions());
    return faults.map((fault) => asTypeScript(fault, ts));
  };

  const of = (file: TS.SourceFile): readonly TS.Diagnostic[] => {
    if (!isOurs(file)) return [];
    let diagnostics = known.get(file);
    if (diagnostics === undefined) known.set(file, (diagnostics = diagnosticsOf(file)));
    return diagnostics;
  };

  const wrap = (ask: TS.Program['getSemanticDiagnostics']): TS.Program['getSemanticDiagnostics'] => (file, cancellation) => [
    ...ask.call(program, file, cancellation),
    ...(file === undefined ? program.getSourceFiles() : [file]).flatMap(of),
  ];

  const builders = program as WithBuilderDoor;
  program.getSemanticDiagnostics = wrap(program.getSemanticDiagnostics);
  if (builders.getBindAndCheckDiagnostics !== undefined) builders.getBindAndCheckDiagnostics = wrap(builders.getBindAndCheckDiagnostics);
  return program;
}
