/** `returns: 'promise'`: a public call gives a native promise and no PooledFuture. */
import type { Policy } from './method';

export const promisePolicy: Policy = (method) => {
  method.start = (self, args) =>
    new Promise((resolve, reject) => {
      method.begin(self, args, { settle: (value, failed) => (failed ? reject(value) : resolve(value)) });
    });
};
