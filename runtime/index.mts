/** ESM users get the one CommonJS runtime: two instances would not know each other's futures. */
export { asyncTrait, PooledFuture, poolOf, Completer, join, race, AbortError, BoxlessError, CompleterError, NotAsyncError, OptionError } from './index.js';
export type { AsyncTrait, CompleterOptions, Joined, AsyncTraitDecorator, PoolCounts, TraitOptions } from './index.js';
export { dynTrait, DynError, InlineFullError } from './index.js';
export type { Dyn, DynInline, DynKind, DynKinds, DynNames, DynTrait } from './index.js';
