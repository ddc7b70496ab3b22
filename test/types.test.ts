/** The types: of what people import, in both decorator dialects, and of all test code (ts-jest only strips them). */
import { join } from 'node:path';
import * as ts from 'typescript';
import { TEST } from './harness/discover';

function errorsOf(files: string[], more: ts.CompilerOptions = {}): string[] {
  const { config } = ts.readConfigFile(join(TEST, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, TEST, more, join(TEST, 'tsconfig.json'));
  const program = ts.createProgram(files.length > 0 ? files : parsed.fileNames, parsed.options);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const at = file === undefined ? '' : `${file.fileName.slice(TEST.length + 1)}:${file.getLineAndCharacterOfPosition(start!).line + 1} `;
    return at + ts.flattenDiagnosticMessageText(messageText, ' ');
  });
}

test('standard decorators, and all test code', () => {
  expect(errorsOf([])).toEqual([]);
}, 60_000);

test('experimentalDecorators', () => {
  expect(errorsOf([join(TEST, 'types', 'legacy.ts')], { experimentalDecorators: true })).toEqual([]);
}, 60_000);
