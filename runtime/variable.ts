/** What frames keep in place of variables whose rules the engine would otherwise watch over. */

const NONE: unique symbol = Symbol('no value yet') as never;

/**
 * A variable that may be used before its declaration, or a constant that is assigned to: both throw as natively
 * (ECMAScript 9.1.1.1: GetBindingValue, SetMutableBinding).
 */
export class Variable {
  private value: unknown = NONE;

  constructor(
    private readonly name: string,
    private readonly constant = false,
  ) {}

  /** The declaration gives it its first value. */
  set init(value: unknown) {
    this.value = value;
  }

  get v(): unknown {
    if (this.value === NONE) throw new ReferenceError(`Cannot access '${this.name}' before initialization`);
    return this.value;
  }

  set v(value: unknown) {
    if (this.value === NONE) throw new ReferenceError(`Cannot access '${this.name}' before initialization`);
    if (this.constant) throw new TypeError('Assignment to constant variable.');
    this.value = value;
  }
}
