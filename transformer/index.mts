/** ESM users get the CommonJS transformer. */
import cjs from './index.js';

export default cjs.default;
export const { transformSource, expandSource } = cjs;
export type { Diagnostic, Options, Report, SourceOptions, TransformedSource } from './index.js';
