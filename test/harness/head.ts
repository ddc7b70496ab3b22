/** Options that a case names at its head: `// compilerOptions: { "experimentalDecorators": true }`. They hold for both forms of it. */
import type * as ts from 'typescript';

export function compilerOptionsOf(text: string): ts.CompilerOptions {
  return JSON.parse(/^\/\/ compilerOptions: (.*)/m.exec(text)?.[1] ?? '{}') as ts.CompilerOptions;
}
