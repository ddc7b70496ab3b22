/** The whole suite. `npm test` builds first: the build tests and the cost tests use dist/. */
module.exports = {
  // Programs run many times over, some in processes of their own, and the machine may be shared.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/examples/'],
  setupFilesAfterEnv: ['<rootDir>/test/harness/late-reports.ts'],
  transform: { '\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json' }] },
  // The programs under test import the package by its name; they get the sources, so that a test never runs a stale build.
  moduleNameMapper: {
    '^boxless$': '<rootDir>/runtime/index.ts',
    '^boxless/internal$': '<rootDir>/runtime/internal.ts',
    '^boxless/transformer$': '<rootDir>/transformer/index.ts',
  },
};
