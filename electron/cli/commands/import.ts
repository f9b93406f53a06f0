import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ImportRecord, Inspection, ReadingOptions } from '#shared/importing.ts';
import { readingOptionsSchema } from '#shared/importing.ts';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import { temporaryFolder } from '#host/temporary-folder.ts';
import { WORKSPACE_EXTENSION } from '#host/workspace-library.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Arguments, type Command } from '../command.ts';
import { importJson, importText } from '../import-report.ts';
import { UsageError } from '../usage-error.ts';
import { valueOf, withWorkspace, workspacePath, type Session } from '../workspace-session.ts';

interface Stage {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
  readonly taskId: string;
}

function optionsOf(args: Arguments): ReadingOptions {
  const given = {
    kind: args.text('kind'),
    sheet: args.text('sheet'),
    encoding: args.text('encoding'),
    decimal: args.text('decimal'),
    dateFormat: args.text('date-format'),
    currency: args.text('currency'),
  };
  const parsed = readingOptionsSchema.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
  if (parsed.success) return parsed.data;
  const option = String(parsed.error.issues[0]?.path[0] ?? '').replace('dateFormat', 'date-format');
  throw new UsageError('badValue', { option: `--${option}` });
}

/** `--map amount=Belopp`: the column under that header becomes that field. */
function mapped(inspection: Inspection, maps: readonly string[]): NonNullable<ReadingOptions['columns']> {
  return Object.fromEntries(
    maps.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new UsageError('badPair', { text });
      const [field, header] = [text.slice(0, at), text.slice(at + 1)];
      const column = inspection.columns.find((one) => one.header === header);
      if (column === undefined) throw new UsageError('noHeader', { header });
      return [String(column.index), { to: 'field', field }] as const;
    }),
  );
}

function assertNotBlocked({ blockers, file }: Inspection): void {
  const blocker = blockers[0];
  if (blocker === undefined) return;
  const { code, field, column } = blocker;
  throw new AppError(ERROR_CODES.find((one) => one === code) ?? 'E_BAD_REQUEST', code, {
    file: file.name,
    ...(field === null ? {} : { field }),
    ...(column === null ? {} : { column }),
  });
}

async function stage({ host, call }: Session, path: string, args: Arguments): Promise<Stage> {
  const { fileId } = valueOf(await host.addFile(resolve(path), basename(path)));
  const taskId = `inspect-${fileId}`;
  const options = optionsOf(args);
  const first = await call('import.inspect', { taskId, fileId, options });
  const maps = args.list('map');
  if (maps.length === 0) return { inspection: first, options, taskId };
  const withMap = { ...options, columns: mapped(first, maps) };
  return { inspection: await call('import.inspect', { taskId, fileId, options: withMap }), options: withMap, taskId };
}

/** All files are looked at before the first is written, so that one bad file leaves the workspace as it was. */
async function importAll(
  session: Session,
  args: Arguments,
): Promise<readonly (readonly [Inspection, ImportRecord | null])[]> {
  const stages: Stage[] = [];
  for (const path of args.positionals) {
    const staged = await stage(session, path, args);
    assertNotBlocked(staged.inspection);
    stages.push(staged);
  }
  const results: (readonly [Inspection, ImportRecord | null])[] = [];
  for (const { inspection, options, taskId } of stages) {
    const { stageId } = inspection;
    if (args.is('dry-run')) results.push([inspection, null]);
    else results.push([inspection, await session.call('import.commit', { taskId, stageId, options })]);
  }
  return results;
}

export const importCommand: Command = {
  options: {
    ...WORKSPACE_OPTION,
    ...JSON_OPTION,
    kind: { type: 'string' },
    sheet: { type: 'string' },
    map: { type: 'string', multiple: true },
    'date-format': { type: 'string' },
    decimal: { type: 'string' },
    encoding: { type: 'string' },
    currency: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run: async (context) => {
    const { args } = context;
    const path = workspacePath(args);
    if (args.positionals.length === 0) throw new UsageError('noFile');
    const tryOut = args.is('dry-run') && !existsSync(path);
    const target = tryOut ? join(temporaryFolder(), `try${WORKSPACE_EXTENSION}`) : path;
    const results = await withWorkspace(target, true, async (session) => {
      // Ends as a cancelled import, which rolls back and takes a new workspace away again.
      const stop = (): void => void session.host.close();
      process.once('SIGINT', stop);
      try {
        return await importAll(session, args);
      } finally {
        process.off('SIGINT', stop);
      }
    });
    if (args.is('json'))
      printJson(
        context,
        results.map(([inspection, record]) => importJson(inspection, record)),
      );
    else for (const [inspection, record] of results) context.out(importText(inspection, record, context));
  },
};
