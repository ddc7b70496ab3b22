/** Programs that the fuzzer found and made small: each once did something else compiled than untouched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from './fuzz/compare';
import type { Flavour } from './fuzz/grammar/context';
import { MODES } from './fuzz/modes';
import { PLANS } from './fuzz/play';
import { filesIn, TEST } from './harness/discover';

test.each(filesIn('issues'))('issues/%s', async (name) => {
  const text = readFileSync(join(TEST, 'issues', `${name}.ts`), 'utf8');
  const head = (word: string): string | undefined => new RegExp(`^// ${word}: (.*)$`, 'm').exec(text)?.[1];
  const flavour = head('tasks') as Flavour;
  // `main` is the program's entry; in a batch its name has a number.
  const source = { text: text.replaceAll(/\bmain\b(?=\()/g, 'main§'), flavour };
  const dialect = { isStrict: head('strict') === 'true', lowered: head('lowered') === 'true' };
  const { differences, tally } = await compare([source], { dialect, modes: MODES, plans: [...PLANS, 'tick', 5, 6, 7, 8] });
  expect(differences[0]?.message).toBe(undefined);
  expect(tally).toMatchObject({ programs: 1, invalid: 0 });
  expect(tally.frames + tally.coroutines).toBeGreaterThan(0);
});
