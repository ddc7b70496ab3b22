/** The door for people: `import { asyncTrait } from 'boxless'`. */
export { asyncTrait, type AsyncTrait, type AsyncTraitDecorator, type TraitOptions } from './decorator';
export { PooledFuture } from './future';
export { Completer, type CompleterOptions } from './completer';
export { AbortError, BoxlessError, CompleterError, NotAsyncError, OptionError } from './errors';
export { join, race, type Joined } from './join';
export { poolOf, type PoolCounts } from './pool-of';
export { dynTrait } from './dyn';
export type { Dyn, DynInline, DynKind, DynKinds, DynNames, DynTrait } from './dyn-types';
export { DynError, InlineFullError } from './errors';
