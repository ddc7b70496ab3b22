/**
 * The middle form between 4-lower and 5-emit: the body of a frame method with every await a step of its own. The structure
 * of the program (loops, try, blocks) stays; what is gone are awaits inside of expressions.
 *
 *   step    | stands for
 *   --------|---------------------------------------------------------------
 *   plain   | a statement without an await, as written
 *   await   | poll or await the operand; the value is then in `$t`
 *   block   | { ... }, with the variables of its scopes
 *   if      | if (test) ... else ...
 *   loop    | for (init; test; update) ..., while, do
 *   try     | try/catch/finally whose handlers do not await
 *   switch  | switch whose tests do not await
 *   label   | name: { ... }
 */
import type * as TS from 'typescript';
import type { Binding, Combinator, Planned } from './model';

/** A variable made by the lowering. */
export interface Temp {
  readonly name: string;
}

/**
 * A poll site: a trait method called on the spot. Receiver and arguments contain no await any more. `unless`: the temporary without
 * which there is no call, and undefined is awaited: `await o?.m(x)`.
 */
export type Call = { readonly unless?: TS.Expression } & (
  /** `await receiver.name(...args)`; `loaded` holds the method if an argument awaited after it was looked up */
  | { readonly kind: 'method'; readonly receiver: TS.Expression; readonly name: string; readonly args: readonly TS.Expression[]; readonly loaded: TS.Expression | undefined; readonly text: string }
  /** `await f(...args)`, `await super.m(...args)`, `await this.#m(...args)`: the poll hangs on the function object */
  | { readonly kind: 'function'; readonly fn: TS.Expression; readonly self: TS.Expression | undefined; readonly args: readonly TS.Expression[]; readonly text: string }
);

/** `join(...)` or `race(...)` with calls that are polled. Their arguments are in `lets`, evaluated in their turn. */
export interface Together {
  readonly kind: 'together';
  readonly how: Combinator;
  readonly parts: readonly { readonly lets: readonly { readonly temp: TS.Identifier; readonly value: TS.Expression }[]; readonly operand: Single }[];
}

export type Single = Call | { readonly kind: 'value'; readonly value: TS.Expression; readonly isCall: boolean };

/** A step of a loop over a stream, `$1.next`: called with the depth, it gives its value, or that it has to wait. */
export interface PollStep { readonly kind: 'poll'; readonly step: TS.Expression }

/**
 *   yield   the item of a stream; `into` takes what comes back, where that is not the value of the `yield`
 *   start   a generator has its arguments and waits for the first request
 */
export type Operand =
  | Single
  | Together
  | PollStep
  | { readonly kind: 'yield'; readonly item: TS.Expression; readonly into: TS.Expression | undefined }
  | { readonly kind: 'start' };

/** A local in a frame. */
export interface Saved {
  readonly name: string;
  readonly slot: number;
  /** The variable of the program, if it is not a temporary. */
  readonly binding: Binding | undefined;
}

export interface AwaitStep {
  readonly kind: 'await';
  readonly operand: Operand;
  readonly source: TS.Node;
  /** The state to resume in; 1, 2, ... in the order of the text. */
  state: number;
  save: readonly Saved[];
  /** Can an earlier await of the same activation have been ready? Then this call may be deeper than the native stack. */
  later: boolean;
  /** A native `finally` around it must not run when the method only suspends. */
  readonly insideFinally: boolean;
  /** It stands in a `finally` itself: a cancellation lets it be, so that cleaning up is never cut short. */
  readonly shielded: boolean;
}

export interface BlockStep { readonly kind: 'block'; readonly scopes: readonly TS.Node[]; readonly steps: readonly Step[] }
export interface PlainStep { readonly kind: 'plain'; readonly statement: TS.Statement; readonly source: TS.Node | undefined }
export interface IfStep { readonly kind: 'if'; readonly test: TS.Expression; readonly then: readonly Step[]; readonly otherwise: readonly Step[]; readonly source: TS.Node }
export interface LoopStep {
  readonly kind: 'loop';
  readonly form: 'for' | 'while' | 'do';
  readonly labels: readonly string[];
  readonly init: TS.ForInitializer | undefined;
  readonly test: TS.Expression | undefined;
  readonly update: TS.Expression | undefined;
  readonly body: readonly Step[];
  readonly scopes: readonly TS.Node[];
  /** The variables in cells of which every round has its own. */
  readonly rounds: readonly Binding[];
  readonly source: TS.Node;
}
export interface TryStep {
  readonly kind: 'try';
  readonly body: readonly Step[];
  readonly catchVariable: TS.BindingName | undefined;
  readonly handler: readonly TS.Statement[] | undefined;
  readonly finalizer: readonly TS.Statement[] | undefined;
  /** The variables that are declared in the body and used behind it: of an array pattern. */
  readonly binds?: readonly Binding[];
  readonly source: TS.Node;
}
export interface SwitchStep {
  readonly kind: 'switch';
  readonly discriminant: TS.Expression;
  /** Holds the number of the clause that was chosen; made for re-entry. */
  readonly clause: Temp;
  readonly clauses: readonly { readonly test: TS.Expression | undefined; readonly steps: readonly Step[] }[];
  readonly labels: readonly string[];
  readonly scopes: readonly TS.Node[];
  readonly source: TS.Node;
}
export interface LabelStep { readonly kind: 'label'; readonly labels: readonly string[]; readonly steps: readonly Step[]; readonly source: TS.Node }

export type Step = PlainStep | AwaitStep | BlockStep | IfStep | LoopStep | TryStep | SwitchStep | LabelStep;

export interface Machine {
  readonly planned: Planned;
  readonly steps: readonly Step[];
  readonly temps: readonly Temp[];
  /** Every local that is ever saved. */
  readonly saved: readonly Saved[];
  /** Variables that need another name, because they would hide one that is saved inside of their scope. */
  readonly renamed: ReadonlySet<Binding>;
}

/** Does the step wait, itself or inside? */
export function pauses(step: Step): boolean {
  return step.kind === 'await' || childrenOf(step).some(pauses);
}

export function childrenOf(step: Step): readonly Step[] {
  switch (step.kind) {
    case 'plain':
    case 'await': return [];
    case 'if': return [...step.then, ...step.otherwise];
    case 'switch': return step.clauses.flatMap((clause) => clause.steps);
    case 'loop':
    case 'try': return step.body;
    default: return step.steps;
  }
}

/** The awaits in the order of the text. */
export function awaitsOf(steps: readonly Step[]): AwaitStep[] {
  return steps.flatMap((step) => (step.kind === 'await' ? [step] : awaitsOf(childrenOf(step))));
}

export function statesOf(steps: readonly Step[]): number[] {
  return awaitsOf(steps).map(({ state }) => state);
}
