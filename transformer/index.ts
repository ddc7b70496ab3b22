/** The plugin's door: what ts-patch calls, and nothing but wiring. */
import type * as TS from 'typescript';
import { compile } from './compile';
import { checkProgram } from './check-program';
import { asTypeScript } from './diagnostics';
import type { Diagnostic, Ts } from './model';
import { freePrefix, inConfig, readOptions } from './options';

export { transformSource, expandSource, type SourceOptions, type TransformedSource } from './source';
export type { Diagnostic, Options, Report } from './model';

interface Extras {
  readonly ts: Ts;
  readonly addDiagnostic?: (diagnostic: TS.Diagnostic) => unknown;
}

export interface Transformers {
  readonly before: TS.TransformerFactory<TS.SourceFile>;
  readonly afterDeclarations: TS.TransformerFactory<TS.SourceFile | TS.Bundle>;
}

/**
 * The plugin. As a source transformer (the usual entry of tsconfig.json) it compiles; as a program transformer
 * (`"transformProgram": true`) it reports our diagnostics where TypeScript's own are, so that `--noEmit` and
 * `noEmitOnError` see them. Public types do not change, so declarations pass as they are.
 *
 * @param program the program being built; its checker only sharpens what is found from the syntax
 * @param config the plugin entry of tsconfig.json
 * @param extras the host's TypeScript and its way to report
 */
export default function boxless(program: TS.Program, config: object, extras: Extras): Transformers;
export default function boxless(program: TS.Program, host: unknown, config: object, extras: Extras): TS.Program;
export default function boxless(program: TS.Program, ...rest: unknown[]): Transformers | TS.Program {
  // ts-patch calls program transformers with the compiler host between.
  if (rest.length > 2) return checkProgram(program, rest[1] as object, (rest[2] as Extras).ts);
  return transformers(program, rest[0] as object, rest[1] as Extras);
}

function transformers(program: TS.Program, config: object, { ts, addDiagnostic }: Extras): Transformers {
  const report = (diagnostic: Diagnostic): void => void addDiagnostic?.(asTypeScript(diagnostic, ts));
  let optionsReported = false;
  return {
    before: (context) => (file) => {
      const options = readOptions(config ?? {}, file, (diagnostic) => {
        if (!optionsReported) report(diagnostic);
      }, inConfig(program, ts));
      optionsReported = true;
      const host = { ts, factory: context.factory, context, options, checker: program.getTypeChecker(), prefix: freePrefix(file.text), report };
      return compile(file, host).file;
    },
    afterDeclarations: () => (declarations) => declarations,
  };
}
