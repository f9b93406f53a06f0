import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportRecord, Inspection, ReadingOptions } from '#shared/importing.ts';
import { readingOptionsSchema } from '#shared/importing.ts';
import { temporaryFolder } from '#host/temporary-folder.ts';
import { WORKSPACE_EXTENSION } from '#host/workspace-library.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Arguments, type Command } from '../command.ts';
import { importJson, importText } from '../import-report.ts';
import { commitFile, stageFile, type StagedFile } from '../staged-file.ts';
import { UsageError } from '../usage-error.ts';
import { withWorkspace, workspacePath, type Session } from '../workspace-session.ts';

/** Anything but a number or `none` is for the schema to refuse. */
function yearOf(text: string | undefined): unknown {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : text;
}

function optionsOf(args: Arguments): ReadingOptions {
  const given = {
    kind: args.text('kind'),
    preset: args.text('preset'),
    sheet: args.text('sheet'),
    encoding: args.text('encoding'),
    decimal: args.text('decimal'),
    dateFormat: args.text('date-format'),
    currency: args.text('currency'),
    year: yearOf(args.text('year')),
    onChange: args.text('on-change'),
    ...(args.is('as-guessed') ? { remembered: false } : {}),
  };
  const parsed = readingOptionsSchema.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
  if (parsed.success) return parsed.data;
  const names: Readonly<Record<string, string>> = { dateFormat: 'date-format', onChange: 'on-change' };
  const path = String(parsed.error.issues[0]?.path[0] ?? '');
  const option = names[path] ?? path;
  throw new UsageError('badValue', { option: `--${option}` });
}

interface Imported {
  readonly results: readonly (readonly [Inspection, ImportRecord | null])[];
  /** What the new workspace counts in, null where nothing was said of it. */
  readonly currency: string | null;
}

/** What a new workspace is to count in: the user's word, else what all its first tables with money are in. */
function firstCurrency(args: Arguments, files: readonly StagedFile[]): string | null {
  const said = args.text('currency');
  if (said !== undefined) return said;
  const found = files.flatMap(({ tables }) => tables.map(({ inspection }) => inspection.currency));
  const codes = new Set(found.flatMap((each) => each.codes));
  const [only] = codes;
  return codes.size === 1 && only !== undefined && found.some(({ asks }) => asks) ? only : null;
}

/** All files are looked at before the first is written, so that one bad file leaves the workspace as it was. */
async function importAll(session: Session, args: Arguments, isNew: boolean): Promise<Imported> {
  const files: StagedFile[] = [];
  const options = optionsOf(args);
  for (const path of args.positionals) files.push(await stageFile(session, path, options, args.list('map')));
  const first = isNew ? firstCurrency(args, files) : null;
  const results: [Inspection, ImportRecord | null][] = [];
  for (const file of files) {
    const records = args.is('dry-run') ? [] : await commitFile(session, countedIn(file, first));
    file.tables.forEach(({ inspection }, at) => results.push([inspection, records[at] ?? null]));
  }
  return { results: results.map(([seen, record]) => [withoutQuestion(seen, first), record]), currency: first };
}

function countedIn({ tables, ...file }: StagedFile, currency: string | null): StagedFile {
  if (currency === null) return { ...file, tables };
  return {
    ...file,
    tables: tables.map((table) => ({ ...table, options: { ...table.options, workspaceCurrency: currency } })),
  };
}

/** A currency that the workspace counts in needs no rate. */
function withoutQuestion(inspection: Inspection, currency: string | null): Inspection {
  const isOpen = ({ code, details }: Inspection['notices'][number]): boolean =>
    code !== 'currency-no-rate' || details['currency'] !== currency;
  return { ...inspection, notices: inspection.notices.filter(isOpen) };
}

export const importCommand: Command = {
  options: {
    ...WORKSPACE_OPTION,
    ...JSON_OPTION,
    kind: { type: 'string' },
    preset: { type: 'string' },
    sheet: { type: 'string' },
    map: { type: 'string', multiple: true },
    'date-format': { type: 'string' },
    decimal: { type: 'string' },
    encoding: { type: 'string' },
    currency: { type: 'string' },
    year: { type: 'string' },
    'on-change': { type: 'string' },
    'as-guessed': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  run: async (context) => {
    const { args } = context;
    const path = workspacePath(args);
    if (args.positionals.length === 0) throw new UsageError('noFile');
    const tryOut = args.is('dry-run') && !existsSync(path);
    const target = tryOut ? join(temporaryFolder(), `try${WORKSPACE_EXTENSION}`) : path;
    const isNew = !existsSync(target);
    const { results, currency } = await withWorkspace(target, true, async (session) => {
      // Ends as a cancelled import, which rolls back and takes a new workspace away again.
      const stop = (): void => void session.host.close();
      process.once('SIGINT', stop);
      try {
        return await importAll(session, args, isNew);
      } finally {
        process.off('SIGINT', stop);
      }
    });
    if (args.is('json'))
      printJson(
        context,
        results.map(([inspection, record]) => importJson(inspection, record)),
      );
    else {
      if (currency !== null) context.out(`${context.words('import.countsIn', { currency })}\n`);
      for (const [inspection, record] of results) context.out(importText(inspection, record, context));
    }
  },
};
