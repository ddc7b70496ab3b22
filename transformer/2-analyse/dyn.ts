/** Which members has a trait that is to be wrapped, and how is each one called? Read from its type. */
import type * as TS from 'typescript';
import type { DynCall, DynFacts, DynFault, DynMember, Found, Host, MemberName } from '../model';

/** What every wrapper has itself. */
const OWN = new Set(['inner', 'is', 'downcast', 'constructor']);
/** Passed on by every wrapper, whether the trait has them or not. */
const PASSED = new Set(['Symbol.dispose', 'Symbol.asyncDispose']);
/** Names that strict code does not take for parameters. */
const NOT_PARAMETERS = new Set(['arguments', 'eval', 'await', 'yield', 'let', 'static', 'implements', 'interface', 'package', 'private', 'protected', 'public']);

export function analyseDyns(found: Found, host: Host): DynFacts[] {
  return found.dyns.flatMap((call) => {
    const facts = factsOf(call, host);
    // It works as it stands: the members are told by an argument, and TypeScript has checked them against the type.
    return call.isDescribed && (host.checker === undefined || facts.faults.length > 0) ? [] : [facts];
  });
}

function factsOf(call: DynCall, host: Host): DynFacts {
  const { checker } = host;
  const name = call.type?.getText() ?? '';
  const refuse = (diagnostic: DynFault['diagnostic'], ...words: string[]): DynFacts => ({ call, members: [], faults: [{ diagnostic, words: [name, ...words] }] });
  if (call.type === undefined) return refuse('dynType', 'the type argument is missing');
  if (checker === undefined) return refuse('dynNeedsTypes');
  const type = checker.getTypeFromTypeNode(call.type);
  const reason = typeReason(type, host);
  if (reason !== undefined) return refuse('dynType', reason);
  const faults: DynFault[] = [];
  const members: DynMember[] = [];
  for (const symbol of checker.getPropertiesOfType(type)) {
    const read = memberOf(symbol, call, checker, host);
    if (read === undefined) continue;
    if ('reason' in read) faults.push({ diagnostic: 'dynMember', words: [name, read.name, read.reason, read.help] });
    else members.push(read);
  }
  return { call, members, faults };
}

/** Why a type as a whole cannot be wrapped. */
function typeReason(type: TS.Type, { ts, checker }: Host): string | undefined {
  const { flags } = type;
  if (flags & ts.TypeFlags.Any) return 'it is `any`, so its members are not known';
  if (flags & ts.TypeFlags.TypeParameter) return 'it is a type parameter, whose members only the caller knows';
  if (type.isUnion()) return 'it is a union';
  if (!(flags & ts.TypeFlags.Object) && !type.isIntersection()) return 'it is not the type of an object';
  if (type.getCallSignatures().length > 0) return 'it has a call signature, and a wrapper is not a function';
  if (type.getConstructSignatures().length > 0) return 'it has a construct signature, and a wrapper is not a class';
  if (checker!.getIndexInfosOfType(type).length > 0) return 'it has an index signature, so the names of its members are not known';
  if (checker!.getPropertiesOfType(type).length === 0) return 'it has no members';
  return undefined;
}

interface Refused {
  readonly name: string;
  readonly reason: string;
  readonly help: string;
}

/** The member as it will be wrapped, why it cannot be, or undefined where the wrapper has it anyway. */
function memberOf(symbol: TS.Symbol, call: DynCall, checker: TS.TypeChecker, host: Host): DynMember | Refused | undefined {
  const { ts } = host;
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  const written = declaration && (declaration as TS.NamedDeclaration).name;
  const shown = written?.getText() ?? symbol.name;
  if (written !== undefined && ts.isComputedPropertyName(written) && PASSED.has(written.expression.getText())) return undefined;
  const hidden = declaration !== undefined && (ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected));
  if (hidden || (written !== undefined && ts.isPrivateIdentifier(written))) {
    const word = hidden && hidden & ts.ModifierFlags.Protected ? 'protected' : 'private';
    return { name: shown, reason: `it is ${word}, so nothing but the class itself can have it`, help: 'Wrap an interface of the public members' };
  }
  const name = nameOf(symbol, written, call, checker, host);
  if (name === undefined) return { name: shown, reason: 'the symbol that names it cannot be reached from this file', help: 'Import the symbol by its name' };
  if (name.kind === 'text' && OWN.has(name.text)) return { name: shown, reason: 'every wrapper has a member of that name itself', help: 'Give it another name' };

  const type = checker.getTypeOfSymbolAtLocation(symbol, call.node);
  const present = checker.getNonNullableType(type);
  const isOptional = present !== type || (symbol.flags & ts.SymbolFlags.Optional) !== 0;
  const signatures = present.getCallSignatures();
  if (signatures.length === 0 || present.getProperties().length > 0 || present.getConstructSignatures().length > 0) {
    return { name, kind: 'member', parameters: undefined, isOptional };
  }
  const isAsync = signatures.every((signature) => isPromise(signature.getReturnType(), host));
  return { name, kind: isAsync ? 'async' : 'sync', parameters: parametersOf(signatures, host), isOptional };
}

/** `Promise<T>`, `PromiseLike<T>`, or a union of such. A method that may also answer at once is passed on as it is. */
function isPromise(type: TS.Type, host: Host): boolean {
  if (type.isUnion()) return type.types.every((part) => isPromise(part, host));
  const name = type.getSymbol()?.name;
  return (name === 'Promise' || name === 'PromiseLike') && type.getProperty('then') !== undefined;
}

/** The parameters, if all overloads have the same number and no call can leave one out. */
function parametersOf(signatures: readonly TS.Signature[], { ts }: Host): string[] | undefined {
  const [first] = signatures;
  const isExact = (signature: TS.Signature): boolean =>
    signature.parameters.length === first!.parameters.length &&
    signature.parameters.every(({ valueDeclaration: node }) => node !== undefined && ts.isParameter(node) && !node.questionToken && !node.initializer && !node.dotDotDotToken);
  if (!signatures.every(isExact)) return undefined;
  return first!.parameters.map(({ name }, index) => (/^[A-Za-z_]\w*$/.test(name) && !NOT_PARAMETERS.has(name) ? name : `_${index}`));
}

function nameOf(symbol: TS.Symbol, written: TS.Node | undefined, call: DynCall, checker: TS.TypeChecker, { ts }: Host): MemberName | undefined {
  if (!symbol.escapedName.toString().startsWith('__@')) return { kind: 'text', text: symbol.name };
  const expression = written && ts.isComputedPropertyName(written) ? written.expression : undefined;
  if (expression === undefined) return undefined;
  if (ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression) && expression.expression.text === 'Symbol') {
    return { kind: 'symbol', text: `Symbol.${expression.name.text}`, from: undefined };
  }
  const resolved = (at: TS.Symbol | undefined): TS.Symbol | undefined => at && checker.getExportSymbolOfSymbol(at.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(at) : at);
  const meant = resolved(checker.getSymbolAtLocation(expression));
  if (meant === undefined) return undefined;
  const here = checker.getSymbolsInScope(call.node, ts.SymbolFlags.Value | ts.SymbolFlags.Alias).find((candidate) => resolved(candidate) === meant);
  const declaration = here?.declarations?.[0];
  if (declaration === undefined) return undefined;
  if (!ts.isImportSpecifier(declaration)) {
    const local = (declaration as TS.NamedDeclaration).name;
    return local !== undefined && ts.isIdentifier(local) && !(here!.flags & ts.SymbolFlags.Alias) ? { kind: 'symbol', text: local.text, from: undefined, local } : undefined;
  }
  // TypeScript drops the written import where only types use it: the name is imported once more.
  const specifier = declaration.parent.parent.parent.moduleSpecifier as TS.StringLiteral;
  return { kind: 'symbol', text: (declaration.propertyName ?? declaration.name).text, from: specifier.text };
}
