/** What our exports are called in this file: resolved from the syntax first, so that single-file tools see them too. */
import type * as TS from 'typescript';
import type { Combinator, Host } from '../model';

export const PACKAGE = 'boxless';

export interface OwnNames {
  /** Is this decorator's expression (`asyncTrait`, `rt.asyncTrait`, or a call of either) ours? */
  isAsyncTrait(expression: TS.Expression): boolean;
  /** Is this callee (`dynTrait`, `rt.dynTrait`) ours? */
  isDynTrait(callee: TS.Expression): boolean;
  /** Is this callee `join` or `race` of ours? Only where nothing else in the file has the name, so that no scope can hide it. */
  combinator(callee: TS.Expression): Combinator | undefined;
}

const COMBINATORS: ReadonlySet<string> = new Set<Combinator>(['join', 'race']);

export function ownNames(file: TS.SourceFile, host: Host): OwnNames {
  const { ts, checker } = host;
  /** Name in this file -> name of the export. */
  const direct = new Map<string, string>();
  const namespaces = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement) && isOurs(statement.moduleSpecifier, ts)) {
      const bindings = statement.importClause?.namedBindings;
      if (statement.importClause?.name) namespaces.add(statement.importClause.name.text);
      if (bindings && ts.isNamespaceImport(bindings)) namespaces.add(bindings.name.text);
      if (bindings && ts.isNamedImports(bindings)) {
        for (const element of bindings.elements) direct.set(element.name.text, (element.propertyName ?? element.name).text);
      }
    } else if (ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference)) {
      if (isOurs(statement.moduleReference.expression, ts)) namespaces.add(statement.name.text);
    } else if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        const call = initializer;
        const isRequire = call && ts.isCallExpression(call) && ts.isIdentifier(call.expression) && call.expression.text === 'require';
        if (!isRequire || !call.arguments[0] || !isOurs(call.arguments[0], ts)) continue;
        if (ts.isIdentifier(name)) namespaces.add(name.text);
        if (ts.isObjectBindingPattern(name)) {
          for (const element of name.elements) {
            const key = element.propertyName ?? element.name;
            if (ts.isIdentifier(key) && ts.isIdentifier(element.name)) direct.set(element.name.text, key.text);
          }
        }
      }
    }
  }

  /** A re-export through the user's own module: only the checker can follow it. */
  const resolvesToOurs = (name: TS.Identifier, exported: string): boolean => {
    let symbol = checker?.getSymbolAtLocation(name);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker!.getAliasedSymbol(symbol);
    return symbol?.name === exported && !!symbol.declarations?.some((declaration) => /[\\/]boxless[\\/]|[\\/]runtime[\\/](decorator|dyn)\./.test(declaration.getSourceFile().fileName));
  };

  const is = (target: TS.Expression, exported: string): boolean => {
    if (ts.isIdentifier(target)) return direct.get(target.text) === exported || resolvesToOurs(target, exported);
    if (!ts.isPropertyAccessExpression(target) || target.name.text !== exported) return false;
    return ts.isIdentifier(target.expression) && (namespaces.has(target.expression.text) || (ts.isIdentifier(target.name) && resolvesToOurs(target.name, exported)));
  };

  /** How often the file declares each name: as a variable, a parameter, a function, a class or an import. */
  const declared = new Map<string, number>();
  if ([...direct.values()].some((name) => COMBINATORS.has(name)) || namespaces.size > 0) {
    const count = (node: TS.Node): void => {
      const { name } = node as { name?: TS.Node };
      const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionLike(node) || ts.isClassLike(node)
        || ts.isImportSpecifier(node) || ts.isImportClause(node) || ts.isNamespaceImport(node) || ts.isImportEqualsDeclaration(node) || ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node);
      const isMember = ts.isMethodDeclaration(node) || ts.isAccessor(node) || ts.isMethodSignature(node);
      if (declares && !isMember && name !== undefined && ts.isIdentifier(name)) declared.set(name.text, (declared.get(name.text) ?? 0) + 1);
      ts.forEachChild(node, count);
    };
    count(file);
  }
  const isAlone = (name: string): boolean => declared.get(name) === 1;

  return {
    isAsyncTrait: (expression) => is(ts.isCallExpression(expression) ? expression.expression : expression, 'asyncTrait'),
    isDynTrait: (callee) => is(callee, 'dynTrait'),
    combinator(callee) {
      const isOurName = ts.isIdentifier(callee);
      const owner = isOurName ? callee : ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
      const name = isOurName ? direct.get(callee.text) : ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
      if (owner === undefined || name === undefined || !COMBINATORS.has(name) || !ts.isIdentifier(owner) || !isAlone(owner.text)) return undefined;
      return isOurName || namespaces.has(owner.text) ? (name as Combinator) : undefined;
    },
  };
}

function isOurs(specifier: TS.Expression, ts: Host['ts']): boolean {
  return ts.isStringLiteralLike(specifier) && specifier.text === PACKAGE;
}
