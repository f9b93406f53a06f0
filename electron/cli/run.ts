import type { Failure } from '#shared/errors.ts';
import { logToStderr, toFailure } from '#host/failures.ts';
import { parseArguments, type Command } from './command.ts';
import { askCommand } from './commands/ask.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { importCommand } from './commands/import.ts';
import { importsCommand } from './commands/imports.ts';
import { kpiCommand } from './commands/kpi.ts';
import { reportCommand } from './commands/report.ts';
import { serveCommand } from './commands/serve.ts';
import { undoCommand } from './commands/undo.ts';
import { EXIT, exitOf } from './exit-code.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { wordsIn, type Words } from './words.ts';
import { WorkspaceError } from './workspace-session.ts';

const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  kpi: kpiCommand,
  ask: askCommand,
  explain: explainCommand,
  report: reportCommand,
  undo: undoCommand,
  imports: importsCommand,
  serve: serveCommand,
  doctor: doctorCommand,
};

/** Details that help a person find the place; the sentence itself stands in the catalogue. */
const shown = ['field', 'column', 'kpi', 'dimension', 'period', 'program', 'pid'] as const;

function sentenceOf({ code, details }: Failure, words: Words): string {
  const place = shown.flatMap((key) => (details[key] === undefined ? [] : [`${key} ${String(details[key])}`]));
  const file = typeof details['file'] === 'string' ? `${details['file']}: ` : '';
  const id = typeof details['id'] === 'string' ? details['id'] : '';
  return `${file}${words(`errors:${code}`, { id })}${place.length === 0 ? '' : ` (${place.join(', ')})`}`;
}

function failureOf(error: unknown, words: Words): { readonly failure: Failure; readonly exit: number } {
  if (error instanceof UsageError) {
    const message = words(`usage.${error.key}`, error.values);
    return { failure: { code: 'E_BAD_REQUEST', message, details: {} }, exit: EXIT.usage };
  }
  const cause = error instanceof WorkspaceError ? error.failure : toFailure(error, logToStderr);
  const failure = { ...cause, message: sentenceOf(cause, words) };
  const exit = cause.code === 'E_INTERNAL' ? EXIT.bug : EXIT.workspace;
  return { failure, exit: error instanceof WorkspaceError ? exit : exitOf(cause.code) };
}

/** Runs one command line to its end and gives the exit code. On 1 to 3 stderr has one sentence, or one JSON object. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const words = wordsIn(io.locale);
  const [name = 'help', ...rest] = argv;
  if (['help', '--help', '-h'].includes(name)) {
    io.out(words('help'));
    return EXIT.done;
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw new UsageError('noCommand', { name });
    await command.run({ ...io, words, args: parseArguments(rest, command.options) });
    return EXIT.done;
  } catch (error) {
    const { failure, exit } = failureOf(error, words);
    io.err(rest.includes('--json') ? `${JSON.stringify({ error: failure })}\n` : `${failure.message}\n`);
    return exit;
  }
}
