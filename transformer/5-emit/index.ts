/**
 * Room 5: how is it written in TypeScript's tree?           Machine -> SourceFile
 *
 * The only room that builds output. Promises: what is not ours is the same node as before; every written statement that is
 * rewritten keeps its position.
 */
import type * as TS from 'typescript';
import { workingOn } from '../diagnostics';
import type { Machine } from '../machine';
import type { AsyncFunction, Host, Plan } from '../model';
import { directivesIn, hasModifier, isGenerator, keyText, skipOuter } from '../syntax';
import { anchored, announced, declareAt, namedBy, stillNameless } from './anchors';
import { compiledClass } from './class';
import { functionsFirst } from './clauses';
import { hasForeignDecorator, withoutDecorators } from './decorators';
import { declaredInModule, isOfModule } from './declarations';
import { dynClass } from './dyn';
import { Emitter } from './emitter';
import { compiledFunction, isRedeclared } from './function';
import { keyOf } from './keys';
import { compiledLiteral } from './literal';
import { withHeadInside } from './rounds';

export function emit(plan: Plan, machines: ReadonlyMap<TS.Node, Machine>, host: Host): TS.SourceFile {
  const { ts, factory: f } = host;
  const { file } = plan;
  if (plan.compiled.size === 0 && plan.decorators.size === 0 && plan.dyns.size === 0) return file;
  const emitter = new Emitter(host, plan, machines, asModule(file, host));

  const privates = (name: string, from: TS.Node): boolean => {
    for (let at: TS.Node | undefined = from; at !== undefined; at = at.parent) {
      if (!ts.isClassLike(at)) continue;
      const member = at.members.find((candidate) => candidate.name !== undefined && ts.isPrivateIdentifier(candidate.name) && candidate.name.text === name);
      // A generator is called, not polled, and so is what decorators of others stand on.
      if (member !== undefined) return plan.compiled.has(member) && !isGenerator(member as AsyncFunction, ts) && !hasForeignDecorator(member, emitter);
    }
    return false;
  };

  const rewrite = (node: TS.Node): TS.VisitResult<TS.Node | undefined> => {
    if (ts.isDecorator(node) && plan.decorators.has(node)) return undefined;
    const first = ts.isClassLike(node) ? node.members.find((member) => emitter.planned(member) !== undefined) : undefined;
    if (ts.isClassLike(node) && first !== undefined) {
      return workingOn(ts.getOriginalNode(first), () => stillNameless(node, compiledClass(node, emitter, privates), emitter));
    }
    if (ts.isClassLike(node)) return withoutDecorators(ts.visitEachChild(node, emitter.visit, host.context), node, emitter);
    const planned = plan.compiled.get(node);
    if (planned !== undefined && ts.isFunctionDeclaration(node)) return isRedeclared(node, ts) ? ts.visitEachChild(node, emitter.visit, host.context) : declaration(node as AsyncFunction & TS.FunctionDeclaration);
    if (ts.isObjectLiteralExpression(node) && node.properties.some((property) => emitter.planned(property) !== undefined)) return compiledLiteral(node, emitter, privates);
    if (emitter.hasRounds(node)) return ts.isLabeledStatement(node) ? emitter.visit(node.statement) : withHeadInside(node as TS.IterationStatement, emitter);
    const withFunctions = ts.isSwitchStatement(node) ? emitter.functionsFirst(node, emitter.visit) : undefined;
    if (withFunctions !== undefined) return withFunctions;
    if (isNamedByKey(node)) return keyed(node);
    const dyn = plan.dyns.get(node);
    if (dyn !== undefined) return dynClass(dyn, emitter);
    if (planned !== undefined) return workingOn(node, () => compiledFunction(node as AsyncFunction, nameOf(node), planned, emitter, privates));
    return ts.visitEachChild(node, emitter.visit, host.context);
  };

  emitter.rewrite = rewrite;
  const visit = (node: TS.Node): TS.VisitResult<TS.Node | undefined> => {
    if (ts.isBlock(node)) return f.updateBlock(node, list(node.statements));
    if (ts.isModuleBlock(node)) return f.updateModuleBlock(node, list(node.statements));
    if (ts.isIdentifier(node) && node.text.startsWith('$runtime:')) return emitter.names.runtime(node.text.slice('$runtime:'.length) as 'call');
    const visited = emitter.replacements.get(node)?.() ?? emitter.variables.rewrite(node) ?? rewrite(node);
    const names = announced(node, emitter);
    return names.length === 0 || !visited ? visited : declareAt(ts.getOriginalNode(node), visited, names, emitter);
  };
  // In a cycle of modules a declared function may be called before this module has begun.
  emitter.visit = (node) => (ts.isFunctionDeclaration(node) && ts.isSourceFile(node.parent) ? emitter.names.early(() => visit(node)) : visit(node));

  emitter.ordered = (statements) => {
    const isOurs = (statement: TS.Statement): boolean => ts.isFunctionDeclaration(statement) && plan.compiled.has(statement);
    if (!statements.some(isOurs)) return statements;
    const directives = directivesIn(statements, ts);
    const isHead = (statement: TS.Statement): boolean => directives.includes(statement) || ts.isImportDeclaration(statement);
    const rest = statements.filter((statement) => !isHead(statement));
    return [...statements.filter(isHead), ...rest.filter(isOurs), ...rest.filter((statement) => !isOurs(statement))];
  };

  const list = (statements: TS.NodeArray<TS.Statement>): readonly TS.Statement[] => {
    const visited = emitter.ordered(statements).flatMap((statement) => {
      const made = emitter.visit(statement);
      return made === undefined ? [] : Array.isArray(made) ? (made as TS.Statement[]) : [made as TS.Statement];
    });
    visited.unshift(...statements.flatMap((statement) => (ts.isFunctionDeclaration(statement) && !plan.compiled.has(statement) && statement.name !== undefined && emitter.replacements.has(statement.name) ? [named(statement.name)] : [])));
    // The same list where nothing changed: then its block stays the same node.
    return visited.length === statements.length && visited.every((statement, index) => statement === statements[index]) ? statements : visited;
  };

  /** A function whose variable has got another name keeps its own: `Object.defineProperty($yield, "name", { value: "yield" })` */
  const named = (name: TS.Identifier): TS.Statement => {
    const value = f.createObjectLiteralExpression([f.createPropertyAssignment('value', f.createStringLiteral(name.text))]);
    const define = f.createPropertyAccessExpression(f.createIdentifier('Object'), 'defineProperty');
    return f.createExpressionStatement(f.createCallExpression(define, undefined, [emitter.visited(name), f.createStringLiteral('name'), value]));
  };

  emitter.list = list;

  const functionOf = (node: AsyncFunction & TS.FunctionDeclaration, declared?: TS.Identifier): TS.Expression =>
    workingOn(node, () => compiledFunction(node, f.createStringLiteral(node.name?.text ?? 'default'), plan.compiled.get(node)!, emitter, privates, declared));

  const declaration = (node: AsyncFunction & TS.FunctionDeclaration): TS.VisitResult<TS.Statement> => {
    if (isOfModule(node, emitter)) return declaredInModule(node, (declared) => functionOf(node, declared), emitter);
    // Of a namespace it may be exported.
    const modifiers = hasModifier(node, ts.SyntaxKind.ExportKeyword, ts) ? [f.createModifier(ts.SyntaxKind.ExportKeyword)] : undefined;
    const flags = ts.isSourceFile(node.parent) || ts.isFunctionLike(node.parent.parent) ? ts.NodeFlags.None : ts.NodeFlags.Let;
    const variables = f.createVariableDeclarationList([f.createVariableDeclaration(emitter.visited(node.name!), undefined, undefined, functionOf(node))], flags);
    return emitter.at(f.createVariableStatement(modifiers, variables), node);
  };

  emitter.functionsFirst = (node, visit) => functionsFirst(node, (declared) => functionOf(declared), visit, emitter);

  /** Is it named by a computed key: `[key()]: async () => {}`, `[key()] = class {}`? Then what is made of it needs the key again. */
  const isNamedByKey = (node: TS.Node): node is TS.PropertyDeclaration | TS.PropertyAssignment => {
    if (!(ts.isPropertyDeclaration(node) || ts.isPropertyAssignment(node)) || !node.initializer || keyText(node.name, ts) !== undefined) return false;
    const value = skipOuter(node.initializer, ts);
    if (ts.isClassExpression(value)) return value.name === undefined && ts.isPropertyDeclaration(node) && value.members.some((member) => plan.compiled.has(member));
    return plan.compiled.has(value) && !(ts.isFunctionExpression(value) && value.name !== undefined);
  };

  const keyed = (node: TS.PropertyDeclaration | TS.PropertyAssignment): TS.Node => {
    const key = keyOf(node.name, () => {
      const variable = anchored(node.parent, 'key', emitter);
      emitter.keysOfFields.set(node, variable);
      return variable;
    }, emitter);
    if (ts.isPropertyAssignment(node)) return f.updatePropertyAssignment(node, key.definition, emitter.visited(node.initializer));
    return f.updatePropertyDeclaration(node, ts.visitNodes(node.modifiers, emitter.visit as TS.Visitor, ts.isModifierLike), key.definition, node.questionToken ?? node.exclamationToken, node.type, emitter.visited(node.initializer!));
  };

  /** The name of a function, as an expression (ECMAScript NamedEvaluation). */
  const nameOf = (node: TS.Node): TS.Expression => {
    if ((ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node)) && node.name) return f.createStringLiteral(node.name.text);
    const given = namedBy(node, emitter);
    const kept = given && emitter.keysOfFields.get(given.parent);
    if (kept !== undefined) return f.createIdentifier(kept);
    if (given === undefined) return f.createStringLiteral('');
    return f.createStringLiteral(ts.isExportAssignment(given.name) ? 'default' : (keyText(given.name as TS.PropertyName, ts) ?? ''));
  };

  const statements = list(file.statements);
  const runtime = emitter.names.prologue();
  const directives = directivesIn(statements, ts);
  return f.updateSourceFile(file, [...directives, ...runtime, ...statements.slice(directives.length)]);
}

/** Will the file be an ES module? Then the runtime is imported, else required. */
function asModule(file: TS.SourceFile, { ts, options, context }: Host): boolean {
  if (options.runtime === 'import') return true;
  if (options.runtime === 'require') return false;
  const { module } = context.getCompilerOptions();
  const K = ts.ModuleKind;
  if (module !== undefined && module >= K.Node16 && module <= K.NodeNext) return file.impliedNodeFormat === K.ESNext;
  return module === undefined ? file.statements.some((s) => ts.isImportDeclaration(s) || ts.isExportDeclaration(s) || ts.isExportAssignment(s)) : module !== K.CommonJS;
}
