/** The same instance as CommonJS emitted code uses. */
export * from './internal.js';
