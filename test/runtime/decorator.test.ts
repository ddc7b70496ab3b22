/** `asyncTrait` where the transformer did not run: a no-op that still says what is wrong with its options. */
import { asyncTrait, OptionError, type TraitOptions } from 'boxless';
import { problemsOf, TRAIT_OPTIONS } from '../../transformer/trait-options';

beforeAll(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => {});
});

const RIGHT: TraitOptions[] = [
  {},
  { scheduling: 'microtask' },
  { pool: {} },
  { pool: { max: 3, onExhausted: 'wait', scope: 'class' }, exclusive: true },
  { exclusive: false, reuse: 'never', returns: 'promise' },
  { reuse: 'await-once' },
];

test.each(RIGHT)('%j is accepted, on methods and classes, in both dialects', async (options) => {
  const decorator = asyncTrait(options);
  @decorator
  class Standard {
    @decorator
    async next(): Promise<number> {
      return 1;
    }
  }
  expect(await new Standard().next()).toBe(1);
  // As `experimentalDecorators` calls it.
  const legacy = decorator as unknown as (target: object, key?: string, descriptor?: PropertyDescriptor) => void;
  expect(legacy(Standard)).toBeUndefined();
  expect(legacy(Standard.prototype, 'next', Object.getOwnPropertyDescriptor(Standard.prototype, 'next'))).toBeUndefined();
});

test.each<[object, string]>([
  [{ pol: {} }, "@asyncTrait has no option 'pol'. It knows: scheduling, pool, exclusive, reuse, returns, signal."],
  [{ toString: 1 }, "@asyncTrait has no option 'toString'. It knows: scheduling, pool, exclusive, reuse, returns, signal."],
  [{ scheduling: 'sometimes' }, `The @asyncTrait option 'scheduling' cannot be sometimes. Give "eager" or "microtask".`],
  [{ pool: 3 }, "The @asyncTrait option 'pool' cannot be 3. Give an object."],
  [{ pool: { maximum: 3 } }, "@asyncTrait has no option 'pool.maximum'. It knows: max, onExhausted, scope."],
  [{ pool: { max: 0 } }, "The @asyncTrait option 'pool.max' cannot be 0. Give a whole number of at least 1."],
  [{ pool: { max: 1.5 } }, "The @asyncTrait option 'pool.max' cannot be 1.5. Give a whole number of at least 1."],
  [{ pool: { max: {} } }, "The @asyncTrait option 'pool.max' cannot be an object. Give a whole number of at least 1."],
  [{ pool: { onExhausted: 'block' } }, `The @asyncTrait option 'pool.onExhausted' cannot be block. Give "grow" or "throw" or "wait".`],
  [{ pool: { onExhausted: 'throw' } }, "The @asyncTrait option 'pool.onExhausted' is 'throw', and needs 'pool.max'. Give a whole number of at least 1."],
  [{ pool: { scope: 'module' } }, `The @asyncTrait option 'pool.scope' cannot be module. Give "instance" or "class".`],
  [{ exclusive: 'yes' }, "The @asyncTrait option 'exclusive' cannot be yes. Give true or false."],
  [{ reuse: 'always' }, `The @asyncTrait option 'reuse' cannot be always. Give "never" or "await-once".`],
  [{ returns: 'Promise' }, `The @asyncTrait option 'returns' cannot be Promise. Give "future" or "promise".`],
  [{ reuse: 'await-once', returns: 'promise' }, "The @asyncTrait options reuse: 'await-once' and returns: 'promise' cannot stand together: a native promise cannot be used again. Take one of them away."],
])('%j is an OptionError', (options, message) => {
  let error: unknown;
  try {
    asyncTrait(options as TraitOptions);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(OptionError);
  expect(error).toMatchObject({ code: 'BOXLESS_OPTION', message });
});

/** Two tables say what a trait can be told, since neither side imports the other. Asked by what they accept, refuse and say. */
describe('the compiler and the decorator know the same options', () => {
  const refusal = (options: object): string | undefined => {
    try {
      asyncTrait(options as TraitOptions);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const VALUES: unknown[] = ['eager', 'microtask', 'never', 'await-once', 'future', 'promise', 'last', 'grow', 'throw', 'wait', 'instance', 'class', true, false, 0, 1, 2.5, {}, 'other', null];
  const sampled = (name: string): object[] => VALUES.map((value) => ({ [name]: value }));
  const inPool = (name: string): object[] => VALUES.flatMap((value) => [{ pool: { [name]: value } }, { pool: { max: 2, [name]: value } }]);
  const names = Object.keys(TRAIT_OPTIONS);
  const poolNames = Object.keys(TRAIT_OPTIONS.pool);

  test('what one refuses the other refuses', () => {
    const samples = [{}, ...[...names, 'other'].flatMap(sampled), ...[...poolNames, 'other'].flatMap(inPool)];
    const accepted = samples.filter((options) => refusal(options) === undefined);
    expect(accepted).toHaveLength(21);
    expect(samples.filter((options) => problemsOf(options).length === 0)).toEqual(accepted);
  });

  test('they name the same', () => {
    expect(refusal({ other: 1 })).toContain(`It knows: ${names.join(', ')}.`);
    expect(refusal({ pool: { other: 1 } })).toContain(`It knows: ${poolNames.join(', ')}.`);
  });
});
