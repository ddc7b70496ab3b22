/** The door for people: `import { asyncTrait } from 'boxless'`. */
export { asyncTrait, type AsyncTrait, type AsyncTraitDecorator, type PoolOptions, type TraitOptions } from './decorator';
export { PooledFuture } from './future';
export { Completer, type CompleterOptions } from './completer';
export {
  AbortError, BoxlessError, CompleterError, ConsumedError, DisposedError, ExclusiveError, LeakError, NotAsyncError, OptionError, PoolExhaustedError, ReleasedError,
} from './errors';
export { FramePool, withPool } from './arena';
export { join, race, type Joined } from './join';
export { poolOf, type PoolCounts } from './pool-of';
export { dynTrait } from './dyn';
export type { Dyn, DynInline, DynKind, DynKinds, DynNames, DynTrait } from './dyn-types';
export { DynError, InlineFullError } from './errors';
export { iterate, type Cursor } from './iterate-cursor';
export { cursorOf, toNodeStream, toWebStream, type ReadableClass } from './adapters';
