/** ESM users get the one CommonJS runtime: two instances would not know each other's futures. */
export { asyncTrait, PooledFuture, poolOf, FramePool, withPool, Completer, join, race } from './index.js';
export { AbortError, BoxlessError, CompleterError, ConsumedError, DisposedError, ExclusiveError, LeakError, NotAsyncError, OptionError, PoolExhaustedError, ReleasedError } from './index.js';
export type { AsyncTrait, AsyncTraitDecorator, CompleterOptions, Joined, PoolCounts, PoolOptions, TraitOptions } from './index.js';
export { dynTrait, DynError, InlineFullError } from './index.js';
export type { Dyn, DynInline, DynKind, DynKinds, DynNames, DynTrait } from './index.js';
export { cursorOf, iterate, toNodeStream, toWebStream } from './index.js';
export type { Cursor, ReadableClass } from './index.js';
