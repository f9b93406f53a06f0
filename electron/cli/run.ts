import type { Failure } from '#shared/errors.ts';
import { logToStderr, toFailure } from '#host/failures.ts';
import { parseArguments, type Command } from './command.ts';
import { formulaPlace, formulaSentence } from './formula-place.ts';
import { EXIT, exitOf } from './exit-code.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { wordsIn, type Words } from './words.ts';
import { WorkspaceError } from './workspace-session.ts';

/** Loaded one at a time: a command costs no more to start than it uses. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  kpi: async () => (await import('./commands/kpi.ts')).kpiCommand,
  ask: async () => (await import('./commands/ask.ts')).askCommand,
  pivot: async () => (await import('./commands/pivot.ts')).pivotCommand,
  kpis: async () => (await import('./commands/kpis.ts')).kpisCommand,
  'own-kpi': async () => (await import('./commands/own-kpi.ts')).ownKpiCommand,
  clv: async () => (await import('./commands/clv.ts')).clvCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  goals: async () => (await import('./commands/goals.ts')).goalsCommand,
  forecast: async () => (await import('./commands/forecast.ts')).forecastCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  undo: async () => (await import('./commands/undo.ts')).undoCommand,
  imports: async () => (await import('./commands/imports.ts')).importsCommand,
  settings: async () => (await import('./commands/settings.ts')).settingsCommand,
  rates: async () => (await import('./commands/rates.ts')).ratesCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
};

/** Details that help a person find the place; the sentence itself stands in the catalogue. */
const shown = ['table', 'field', 'column', 'kpi', 'dimension', 'period', 'program', 'pid'] as const;

function sentenceOf(failure: Failure, words: Words): string {
  const { code, details } = failure;
  const formula = formulaSentence(failure, words);
  if (formula !== null) return formula;
  const place = shown.flatMap((key) =>
    details[key] === undefined ? [] : [`${words(`details.${key}`)} ${String(details[key])}`],
  );
  const file = typeof details['file'] === 'string' ? `${details['file']}: ` : '';
  const id = typeof details['id'] === 'string' ? details['id'] : '';
  const names = Array.isArray(details['names']) ? details['names'].join(', ') : '';
  return `${file}${words(`errors:${code}`, { id, names })}${place.length === 0 ? '' : ` (${place.join(', ')})`}`;
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
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw new UsageError('noCommand', { name });
    const command = await load();
    await command.run({ ...io, words, args: parseArguments(rest, command.options) });
    return EXIT.done;
  } catch (error) {
    const { failure, exit } = failureOf(error, words);
    io.err(
      rest.includes('--json')
        ? `${JSON.stringify({ error: failure })}\n`
        : `${formulaPlace(failure)}${failure.message}\n`,
    );
    return exit;
  }
}
