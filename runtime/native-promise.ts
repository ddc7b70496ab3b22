/** `returns: 'promise'`: a public call gives a native promise and no PooledFuture. */
import type { Policy } from './method';
import { Outcome } from './outcome';

export const promisePolicy: Policy = (method) => {
  method.start = (self, args) => method.begin(self, args, new Outcome()).promise();
};
