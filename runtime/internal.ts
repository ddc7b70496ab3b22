/**
 * The door for emitted code. Nothing here is for people: the names and meanings may change with the ABI version, and only
 * what the transformer writes is sure to call them rightly.
 */
export { pending, door, awaitValue, awaitEager } from './door';
export { caught } from './cancel';
export { suspend, suspendWide, take } from './frame';
export { adopt, returned } from './adoption';
export { came, coroutine } from './coroutine';
export { pollSymbol, publicSymbol } from './method';
export { canPoll, declaredFunction, functionMethod as homeMethod, functionPoll, isPoll, makeMethod as privateMethod, overridden, pollFunction, startDeclared, startFunction, traitFunction, traits } from './traits';
export { call } from './shared';
export { beginJoin, beginRace } from './join';
export { ForOf, forIn } from './iterate';
export { AsyncLoop, Delegate } from './iterate-async';
export { ended, leaving, left, received, StreamMethod } from './stream-method';
export { CoroutineStream, delegateTo, shielded } from './stream-coroutine';
export { decorated, home, propertyKey, reference } from './members';
export { Dyn, dynClass, target, vtable } from './dyn';
export { oncePolicy } from './await-once';
export { checkedPolicy } from './checked';
export { exclusivePolicy, limitPolicy } from './limits';
export { promisePolicy } from './native-promise';
export { contextPolicy } from './context';
export { signalPolicy } from './signal';
export { poolPolicy } from './pool-policy';
export { Disposer } from './dispose';
export { Elements, restOf, tag } from './patterns';
export { Variable } from './variable';
