/** Writes the places where a body stops, and how it comes back there. */
import type * as TS from 'typescript';
import type { AwaitStep } from '../machine';
import { isInDerivedConstructor } from './borrow';
import { IN_FRAME, LocalsWriter } from './locals-writer';

/** The locals that `suspend` takes. */
const NARROW = 4;

export abstract class SuspendWriter extends LocalsWriter {
  /** The way back in behind an await. */
  protected resumed(step: AwaitStep): TS.Statement[] {
    const goingOn = this.goingOn(step);
    // Nothing gets behind a `yield` but by the way back in.
    return step.operand.kind === 'yield' || step.operand.kind === 'start' ? goingOn : this.entering([], goingOn, step.source);
  }

  /** Where a resumed activation goes on. */
  protected goingOn(step: AwaitStep): TS.Statement[] {
    const { emit } = this;
    const entered = emit.mapped(emit.set(emit.local('s'), emit.f.createNumericLiteral(0)), step.source);
    return step.operand.kind === 'start' ? [entered] : [entered, this.taken(step)];
  }

  /** $t = $take($f)      what an await came to, or what a stream was sent */
  protected taken({ operand, source }: AwaitStep): TS.Statement {
    const { emit } = this;
    if (operand.kind === 'yield' && operand.into !== undefined) return emit.mapped(emit.f.createExpressionStatement(emit.visited(operand.into)), source);
    return emit.mapped(emit.set(this.need('t'), emit.call(operand.kind === 'yield' ? 'received' : 'take', emit.local('f'))), source);
  }

  /** Hands the live locals to the runtime. A negative state is shielded from cancellation. */
  protected suspend(step: AwaitStep): TS.Statement {
    const { emit } = this;
    const { f } = emit;
    const state = f.createNumericLiteral(step.state);
    const frame = this.mode === 'poll' || this.mode === 'begin' ? f.createVoidZero() : emit.local('f');
    const saved = this.savedBy(step);
    const suspend = saved.length > NARROW ? 'suspendWide' : 'suspend';
    let suspended: TS.Expression = emit.mapped(emit.call(suspend, frame, this.self(), this.method(), step.shielded ? f.createPrefixUnaryExpression(emit.ts.SyntaxKind.MinusToken, state) : state, ...saved), step.source);
    if (step.insideFinally) suspended = f.createAssignment(this.need('z'), suspended);
    return emit.mapped(f.createReturnStatement(suspended), step.source);
  }

  /**
   * yield v   ->   $t = v; $f.state = 2; $f.s0 = i; return $t
   *
   * Written out: as a call that takes every slot it costs 4 ns more, of 17 an item. Slots that are not live are cleared.
   * see test/emit/generator
   */
  protected give(step: AwaitStep, item: TS.Expression | undefined): TS.Statement[] {
    const { emit, machine } = this;
    const { f } = emit;
    if (item === undefined && this.mode !== 'poll') return [];
    const frame = emit.local('f');
    const out: TS.Statement[] = [];
    let given: TS.Expression | undefined;
    if (item !== undefined) {
      given = this.need('t');
      out.push(emit.at(emit.set(given, emit.visited(item)), step.source));
    }
    if (step.insideFinally) out.push(emit.set(this.need('z'), emit.names.runtime('pending')));
    out.push(emit.set(f.createPropertyAccessExpression(frame, 'state'), f.createNumericLiteral(step.state)));
    const slots = Math.min(IN_FRAME, machine!.saved.length);
    const locals = this.savedBy(step, machine!.saved.length);
    // A fresh frame holds nothing.
    const isLive = (slot: number): boolean => step.save.some((saved) => saved.slot === slot);
    for (let slot = 0; slot < slots; slot++) if (item !== undefined || isLive(slot)) out.push(emit.set(f.createPropertyAccessExpression(frame, `s${slot}`), locals[slot]!));
    if (locals.length > IN_FRAME && (item !== undefined || step.save.some(({ slot }) => slot >= IN_FRAME))) out.push(emit.set(f.createPropertyAccessExpression(frame, 'rest'), locals[IN_FRAME]!));
    if (given === undefined) return out;
    return [...out.map((statement) => emit.mapped(statement, step.source)), emit.mapped(f.createReturnStatement(given), step.source)];
  }

  /** The live locals, each at the place of its slot. */
  private savedBy(step: AwaitStep, many = Math.max(-1, ...step.save.map((saved) => saved.slot)) + 1): TS.Expression[] {
    const { f, variables } = this.emit;
    const locals = Array.from({ length: many }, (_, slot) => {
      const saved = step.save.find((candidate) => candidate.slot === slot);
      if (saved === undefined) return f.createVoidZero();
      return f.createIdentifier(saved.binding === undefined ? saved.name : variables.nameAt(saved.binding, step.source));
    });
    const inFields: TS.Expression[] = locals.slice(0, IN_FRAME);
    if (locals.length > IN_FRAME) inFields.push(f.createArrayLiteralExpression(locals.slice(IN_FRAME)));
    return inFields;
  }

  /** The receiver. An arrow function in the constructor of a derived class may run before there is one. */
  private self(): TS.Expression {
    const { node } = this.planned.facts.trait;
    const { emit } = this;
    return emit.ts.isArrowFunction(node) && isInDerivedConstructor(node, emit) ? emit.f.createVoidZero() : emit.f.createThis();
  }
}
