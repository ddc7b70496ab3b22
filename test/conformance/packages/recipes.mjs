// Real code bases: where each comes from, what its tests need, which sources are compiled, how its tests run.
//   compile   folders and files, relative to the package; every async function in them is compiled
//   install   what the tests need, exact; the package's own dependencies come from its package.json
//   revision  where the newest one asks for a newer Node than 20
//   test      prints TAP
export const RECIPES = [
  {
    name: 'memory-level', repository: 'https://github.com/Level/memory-level',
    about: 'abstract-level and memory-level: reads states between calls, the touchstone of the order rules',
    install: ['tape@5.9.0', 'buffer@6.0.3'],
    compile: ['index.js', 'lib', 'node_modules/abstract-level'],
    skip: /node_modules\/abstract-level\/(test|node_modules)\//,
    test: ['node', 'test.js'],
  },
  {
    name: 'abstract-level', repository: 'https://github.com/Level/abstract-level',
    about: 'its own tests, over a database made of stubs',
    install: ['tape@5.9.0'],
    compile: ['index.js', 'abstract-chained-batch.js', 'abstract-iterator.js', 'abstract-level.js', 'abstract-snapshot.js', 'lib'],
    test: ['node', 'test/self.js'],
  },
  {
    name: 'keyv', repository: 'https://github.com/jaredwray/keyv', folder: 'core/keyv',
    about: 'a key-value cache over adapters; TypeScript, vitest',
    install: ['vitest@4.1.10', '@faker-js/faker@10.1.0', 'timekeeper@2.3.1', 'quick-lru@7.0.0', 'lru.min@1.1.4', 'happy-dom@20.11.1',
      'keyv-file@5.3.5', 'keyv-anyredis@3.3.0'],
    compile: ['src'],
    test: ['node', 'node_modules/vitest/vitest.mjs', 'run', '--reporter=tap-flat'],
  },
  {
    name: 'p-queue', repository: 'https://github.com/sindresorhus/p-queue',
    about: 'a promise queue, whose tests count what runs when; TypeScript',
    install: ['tsx@4.20.5', 'delay@6.0.0', 'in-range@3.0.0', 'p-defer@4.0.1', 'random-int@3.1.0', 'time-span@5.1.0'],
    compile: ['source'],
    test: ['node', '--import=tsx/esm', '--test', '--test-reporter=tap', 'test/advanced.ts', 'test/basic.ts', 'test/debug.ts',
      'test/priority-queue.ts', 'test/rate-limit.ts', 'test/strict.ts', 'test/validation.ts'],
  },
  {
    name: 'koa', repository: 'https://github.com/koajs/koa',
    about: 'middleware; the async functions of its tests are compiled too, they are its users',
    install: ['supertest@7.1.1', 'gen-esm-wrapper@1.1.3'],
    prepare: ['node', 'node_modules/gen-esm-wrapper/gen-esm-wrapper.js', '.', './dist/koa.mjs'],
    compile: ['lib', '__tests__'],
    test: ['node', '--test', '--test-reporter=tap'],
  },
  {
    name: 'emittery', repository: 'https://github.com/sindresorhus/emittery', revision: 'v1.2.1',
    about: 'an event emitter that is asynchronous all through: one class full of async methods and generators',
    install: ['ava@6.4.1', 'delay@6.0.0', 'p-event@6.0.1'],
    compile: ['index.js'],
    test: ['node', 'node_modules/ava/entrypoints/cli.mjs', '--tap'],
  },
  {
    name: 'async-mutex', repository: 'https://github.com/DirtyHairy/async-mutex',
    about: 'locks and semaphores; TypeScript, mocha',
    install: ['mocha@10.3.0', 'ts-node@10.9.2', 'typescript@5.4.2', '@sinonjs/fake-timers@11.2.2'],
    compile: ['src'],
    env: { TS_NODE_TRANSPILE_ONLY: 'true', TS_NODE_COMPILER_OPTIONS: '{"target":"es2022"}' },
    test: ['node', 'node_modules/mocha/bin/mocha.js', '--reporter', 'tap', 'test/*.ts'],
  },
];
