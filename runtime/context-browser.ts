/** In place of context.ts in bundles for browsers, where there is no AsyncLocalStorage. */
import type { Frame } from './frame';

export const contexts: { used: boolean } = { used: false };

export function notice(_promise: object): void {}

export function noticeCall(_promise: object): void {}

export function runWithoutStore(resume: () => void): void {
  resume();
}

export function contextPolicy(): void {}

export function keepContext(_frame: Frame): void {}

/** Never made. */
export class Bridge {
  pass(_value: unknown, _failed: boolean): void {}
}
