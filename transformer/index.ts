/** The plugin's door: what ts-patch calls, and nothing but wiring. */
import type * as TS from 'typescript';
import { compile } from './compile';
import type { Diagnostic, Ts } from './model';
import { freePrefix, readOptions } from './options';

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
 * The ts-patch `program` transformer. Public types do not change, so declarations pass as they are.
 *
 * @param program the program being built; its checker only sharpens what is found from the syntax
 * @param config the plugin entry of tsconfig.json
 * @param extras the host's TypeScript and its way to report
 */
export default function boxless(program: TS.Program, config: object = {}, extras: Extras): Transformers {
  const { ts } = extras;
  const report = (diagnostic: Diagnostic): void => void extras.addDiagnostic?.(asTypeScript(diagnostic, ts));
  let optionsReported = false;
  return {
    before: (context) => (file) => {
      const options = readOptions(config, file, (diagnostic) => {
        if (!optionsReported) report(diagnostic);
      });
      optionsReported = true;
      const host = { ts, factory: context.factory, context, options, checker: program.getTypeChecker(), prefix: freePrefix(file.text), report };
      return compile(file, host).file;
    },
    afterDeclarations: () => (declarations) => declarations,
  };
}

function asTypeScript({ code, category, message, file, start, length }: Diagnostic, ts: Ts): TS.Diagnostic {
  return {
    code,
    category: category === 'error' ? ts.DiagnosticCategory.Error : ts.DiagnosticCategory.Warning,
    messageText: message,
    file,
    start,
    length,
    source: 'boxless',
  };
}
