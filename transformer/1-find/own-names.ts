/** What our decorator is called in this file: resolved from the syntax first, so that single-file tools see it too. */
import type * as TS from 'typescript';
import type { Host } from '../model';

export const PACKAGE = 'boxless';

export interface OwnNames {
  /** Is this decorator's expression (`asyncTrait`, `rt.asyncTrait`, or a call of either) ours? */
  isAsyncTrait(expression: TS.Expression): boolean;
}

export function ownNames(file: TS.SourceFile, host: Host): OwnNames {
  const { ts, checker } = host;
  const direct = new Set<string>();
  const namespaces = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement) && isOurs(statement.moduleSpecifier, ts)) {
      const bindings = statement.importClause?.namedBindings;
      if (statement.importClause?.name) namespaces.add(statement.importClause.name.text);
      if (bindings && ts.isNamespaceImport(bindings)) namespaces.add(bindings.name.text);
      if (bindings && ts.isNamedImports(bindings)) {
        for (const element of bindings.elements) {
          if ((element.propertyName ?? element.name).text === 'asyncTrait') direct.add(element.name.text);
        }
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
            if (ts.isIdentifier(key) && key.text === 'asyncTrait' && ts.isIdentifier(element.name)) direct.add(element.name.text);
          }
        }
      }
    }
  }

  /** A re-export through the user's own module: only the checker can follow it. */
  const resolvesToOurs = (name: TS.Identifier): boolean => {
    let symbol = checker?.getSymbolAtLocation(name);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker!.getAliasedSymbol(symbol);
    return symbol?.name === 'asyncTrait' && !!symbol.declarations?.some((declaration) => /[\\/]boxless[\\/]|[\\/]runtime[\\/]decorator\./.test(declaration.getSourceFile().fileName));
  };

  return {
    isAsyncTrait(expression) {
      const target = ts.isCallExpression(expression) ? expression.expression : expression;
      if (ts.isIdentifier(target)) return direct.has(target.text) || resolvesToOurs(target);
      if (!ts.isPropertyAccessExpression(target) || target.name.text !== 'asyncTrait') return false;
      return ts.isIdentifier(target.expression) && (namespaces.has(target.expression.text) || (ts.isIdentifier(target.name) && resolvesToOurs(target.name)));
    },
  };
}

function isOurs(specifier: TS.Expression, ts: Host['ts']): boolean {
  return ts.isStringLiteralLike(specifier) && specifier.text === PACKAGE;
}
