/** What a frame cannot keep, and a generator can: where the engine holds more of a call than the values of its locals. */
import type { Facts, Host } from '../model';
import { disposes, isGenerator } from '../syntax';
import { blockFunctionReason, isStrict } from './block-functions';

export function coroutineReason(facts: Omit<Facts, 'needsCoroutine'>, host: Host): string | undefined {
  // An arrow function stays one, and has those of the function around it.
  const ownArguments = facts.usesArguments && !host.ts.isArrowFunction(facts.trait.node);
  if (facts.awaits.length === 0 && !isGenerator(facts.trait.node, host.ts)) return (ownArguments ? 'it uses `arguments`' : undefined) ?? parametersReason(facts, host) ?? disposalReason(facts, host);
  return (
    (ownArguments ? 'it uses `arguments`' : undefined) ??
    parametersReason(facts, host) ??
    nestingReason(facts) ??
    constructReason(facts, host) ??
    blockFunctionReason(facts, host) ??
    caughtReason(facts)
  );
}

/** Where parameters are more than names, a variable of the body that is called like one is another. */
function parametersReason({ trait, bindings }: Omit<Facts, 'needsCoroutine'>, { ts }: Host): string | undefined {
  const redeclared = bindings.some((binding) => binding.kind === 'param' && binding.declarations.length > 1);
  const isSimple = trait.node.parameters.every((parameter) => !parameter.initializer && !parameter.dotDotDotToken && ts.isIdentifier(parameter.name));
  return redeclared && !isSimple ? 'a parameter is declared again' : undefined;
}

/**
 * A frame adds a `switch` to each statement around an await, a copy to each loop, an array to each call. TypeScript prints by recursion: its stack
 * overflows at 350 `label: { }` within one another as they are written and at 200 as frames, earlier where its caller stands
 * deep (test/cost/nesting). A coroutine nests as it is written.
 */
const DEEPEST = 40;

function nestingReason({ nesting }: Omit<Facts, 'needsCoroutine'>): string | undefined {
  return nesting.levels > DEEPEST ? `it awaits inside of more than ${DEEPEST} statements or calls` : undefined;
}

/** catch (e) { var e = 2; }   gives the value to what was caught, and not to the variable of the function (ECMAScript, Annex B.3.4). */
function caughtReason({ bindings }: Omit<Facts, 'needsCoroutine'>): string | undefined {
  const caught = bindings.filter(({ kind }) => kind === 'catch');
  const twin = caught.find(({ name, scope }) => bindings.some((other) => other.kind === 'var' && other.name === name && other.declarations.some(({ pos, end }) => scope.pos <= pos && end <= scope.end)));
  return twin && `'${twin.name}' is caught and declared`;
}

/** { using x = y; return v }   `v.then` is looked at when x has been disposed, which is after the last statement of a frame. */
function disposalReason({ trait: { node: { body } } }: Omit<Facts, 'needsCoroutine'>, { ts }: Host): string | undefined {
  return disposes(body, ts) ? 'it uses `using`' : undefined;
}

/** Constructs around an await that have no translation into frame code. */
function constructReason({ pausing, trait }: Omit<Facts, 'needsCoroutine'>, host: Host): string | undefined {
  const { ts } = host;
  for (const node of pausing) {
    if (node === trait.node) continue;
    // The head of a class is strict code, as a frame its parts stand in front of it.
    if (ts.isClassLike(node) && !isStrict(trait.node, host)) return 'it awaits in the head of a class, in sloppy code';
    if (ts.isVariableDeclarationList(node) && node.flags & ts.NodeFlags.Using) return 'it uses `await using`';
    if (ts.isJsxElement(node) || ts.isJsxFragment(node) || ts.isJsxSelfClosingElement(node)) return 'it awaits inside JSX';
    if (ts.isBlock(node) || ts.isCaseBlock(node)) {
      const statements = ts.isBlock(node) ? node.statements : node.clauses.flatMap((clause) => [...clause.statements]);
      if (statements.some((statement) => ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement))) return 'it declares an enum';
    }
    if (disposes(node, ts)) return 'it uses `using`';
  }
  return undefined;
}
