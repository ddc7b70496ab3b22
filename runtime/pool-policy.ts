/** `pool: { max, scope }`: how many frames are kept, and where. */
import type { Policy } from './method';
import { MAX_IDLE, Pool } from './pool';

export function poolPolicy({ max = MAX_IDLE, scope }: { max?: number; scope?: 'instance' | 'class' }): Policy {
  return (method) => {
    method.makePool = () => new Pool(max, method);
    if (scope !== 'class') return;
    let shared: Pool | undefined;
    method.poolOf = () => (shared ??= method.addPool(method.owner ?? method));
  };
}
