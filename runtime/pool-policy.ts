/** `pool: { max, scope }`: how many frames are kept, and where. */
import { poolsOf, type Policy } from './method';
import { MAX_IDLE, Pool } from './pool';

export function poolPolicy({ max = MAX_IDLE, scope }: { max?: number; scope?: 'instance' | 'class' }): Policy {
  return (method) => {
    method.makePool = () => new Pool(max, method);
    if (scope !== 'class') return;
    let shared: Pool | undefined;
    method.poolOf = () => {
      if (shared !== undefined) return shared;
      const holder = method.owner ?? method;
      shared = method.makePool();
      shared.sibling = poolsOf.get(holder);
      poolsOf.set(holder, shared);
      return shared;
    };
  };
}
