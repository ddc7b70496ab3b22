/** In place of context.ts in bundles for browsers, where there is no AsyncLocalStorage. */
import type { Frame } from './frame';

export const contexts: { used: boolean } = { used: false };

export function notice(_promise: object): void {}

export function noticeCall(_promise: object): void {}

export function runWithoutStore(resume: () => void): void {
  resume();
}

export function contextPolicy(): void {}

export function keepContext(_frame: Frame, _callee?: Frame): void {}

export interface Scope {
  runInAsyncScope<A extends unknown[], R>(fn: (...args: A) => R, self: unknown, ...args: A): R | undefined;
}
