/**
 * The runtime as ES modules, for bundlers: dist/runtime/modules/*.mjs, one for each file, so that they can drop what a program
 * does not use. The condition `module` in package.json leads there, from `import` and `require` alike: all users in a bundle
 * share one instance. Node itself never comes here; its ES modules get the CommonJS build (see index.mts).
 *
 *     import { once } from './shared';               ->   import { once } from './shared.mjs';
 *     import { contexts } from './context';          ->   import { contexts } from '#context';      see `imports` in package.json
 *     export const door = once('door', () => ...);   ->   export const door = (@__PURE__) once('door', () => ...);
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.convertCompilerOptionsFromJson(
  { ...config.compilerOptions, module: 'esnext', moduleResolution: 'bundler', declaration: false, sourceMap: false, rootDir: here, outDir: join(root, 'dist/runtime/modules') },
  root,
);
/** What has another form for browsers. */
const OF_PLATFORM = /^\.\/(context|inspect|is-error)$/;

const specifierOf = (written) => (OF_PLATFORM.test(written) ? written.replace('./', '#') : `${written}.mjs`);

/** Specifiers with their extension, and every initializer as something to be left out where nobody uses the variable. */
const forBundlers = (context) => (file) =>
  ts.visitEachChild(file, (statement) => {
    if (ts.isClassDeclaration(statement)) return ts.visitEachChild(statement, (member) => withoutUndefined(member, context.factory), context);
    if (ts.isVariableStatement(statement)) statement.declarationList.declarations.forEach(({ initializer }) => initializer && markPure(initializer));
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return statement;
    if (statement.moduleSpecifier === undefined) return statement;
    const specifier = context.factory.createStringLiteral(specifierOf(statement.moduleSpecifier.text), true);
    return ts.isImportDeclaration(statement)
      ? context.factory.updateImportDeclaration(statement, statement.modifiers, statement.importClause, specifier, statement.attributes)
      : context.factory.updateExportDeclaration(statement, statement.modifiers, statement.isTypeOnly, statement.exportClause, specifier, statement.attributes);
  }, context);

/** `idle = undefined;`   ->   `idle;` */
function withoutUndefined(member, { updatePropertyDeclaration }) {
  if (!ts.isPropertyDeclaration(member) || !member.initializer || ts.skipOuterExpressions(member.initializer).text !== 'undefined') return member;
  return updatePropertyDeclaration(member, member.modifiers, member.name, undefined, undefined, undefined);
}

/** A call, and those among its arguments. What the runtime's modules do when they are loaded, nobody else sees. */
function markPure(initializer) {
  const node = ts.skipOuterExpressions(initializer);
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
  ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, ' @__PURE__ ', false);
  node.arguments?.forEach(markPure);
}

const files = readdirSync(here).filter((name) => name.endsWith('.ts')).map((name) => join(here, name));
const write = (name, text) => ts.sys.writeFile(name.replace(/\.js$/, '.mjs'), text);
const { emitSkipped, diagnostics } = ts.createProgram(files, options).emit(undefined, write, undefined, false, { after: [forBundlers] });
if (emitSkipped || diagnostics.length > 0) {
  console.error(ts.formatDiagnostics(diagnostics, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }));
  process.exit(1);
}
