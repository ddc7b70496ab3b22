#!/usr/bin/env node
/** The command `boxless`: reads arguments, prints, sets the exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { annotate, check, expand, report, type Printed, type Settings } from './commands';
import { refusal, Refusal } from './input';

const { version } = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')) as { version: string };

function print({ out, err }: Printed): void {
  process.stderr.write(err);
  process.stdout.write(out);
}

function withSettings(command: Command): Command {
  return command
    .addOption(new Option('--scheduling <kind>', 'when a ready await goes on').choices(['eager', 'microtask']))
    .addOption(new Option('--eager <what>', 'which calls on the spot may be ready').choices(['traits', 'values']))
    .addOption(new Option('--include <which>', 'which functions are compiled').choices(['marked', 'all']));
}

const program = new Command('boxless')
  .description('Shows what the boxless transformer makes of TypeScript files. Builds run it through ts-patch.')
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: () => undefined, writeErr: () => undefined });

withSettings(program.command('expand <file>'))
  .description('print the file as the transformer rewrites it')
  .option('--js', 'as JavaScript, in place of TypeScript')
  .action((file: string, options: Settings & { js?: boolean }) => print(expand(file, options)));

withSettings(program.command('report <files...>'))
  .description('print one line per trait method: its name, its strategy, and why')
  .action((files: string[], options: Settings) => print(report(files, options)));

withSettings(program.command('check <files...>'))
  .description('print errors and warnings only; exit code 1 if there is an error')
  .action((files: string[], options: Settings) => print(check(files, options)));

program.command('annotate <files...>')
  .description('mark every async function that becomes a frame: print the file, or with --write change it')
  .option('--write', 'change the files, and print the names of those that changed')
  .option('--tag', 'by the JSDoc tag everywhere, in place of the decorator')
  .action((files: string[], options: { write?: boolean; tag?: boolean }) => print(annotate(files, options)));

// `boxless expand FILE | head` closes the pipe early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  program.parse();
} catch (error) {
  const fault = error instanceof CommanderError ? commandLineFault(error) : error;
  if (!(fault instanceof Refusal)) throw error;
  if (fault.message !== '') process.stderr.write(`${fault.message}\n`);
  process.exitCode = fault.message === '' ? 0 : 1;
}

/** Commander ends `--help` and `--version` with an error of exit code 0, and a call without a command with its help. */
function commandLineFault({ exitCode, code, message }: CommanderError): Refusal {
  if (exitCode === 0) return new Refusal('');
  if (code === 'commander.help') return refusal('boxless', 'badCommandLine', 'a command is missing.');
  const words = message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  return refusal('boxless', 'badCommandLine', /[.?)]$/.test(words) ? words : `${words}.`);
}
