import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../electron/host/create-host.ts';
import type { HostSettings } from '../../electron/host/host-settings.ts';
import type { Host } from '../../electron/host/host.ts';
import type { Inspection } from '../../shared/importing.ts';
import type { Result } from '../../shared/errors.ts';
import { SMALL_SALES, TODAY } from '../contract/small-sales.ts';

const root = mkdtempSync(join(tmpdir(), 'nyckeltal-bad-'));
const path = join(root, 'kund.nyckeltal');
const settings: HostSettings = {
  shell: 'test',
  version: '0',
  library: join(root, 'library'),
  config: join(root, 'config'),
  temporary: join(root, 'temporary'),
  today: TODAY,
  checkOutputs: true,
};
const silent = (): void => undefined;
const sha = (): string => createHash('sha256').update(readFileSync(path)).digest('hex');

let host: Host;
let before = '';
let files = 0;

async function open(): Promise<void> {
  host = createHost(settings, silent);
  const added = await host.addWorkspace(path);
  await host.call('workspace.open', { id: added.ok ? added.value.id : '' });
}

async function add(content: string | Buffer, name: string): Promise<string> {
  const folder = join(root, String(files++));
  mkdirSync(folder);
  writeFileSync(join(folder, name), content);
  const added = await host.addFile(join(folder, name), name);
  return added.ok ? added.value.fileId : '';
}

const inspect = (fileId: string, options: object = {}): Promise<Result<unknown>> =>
  host.call('import.inspect', { taskId: 'i', fileId, options });
const commit = (stageId: string, options: object = {}): Promise<Result<unknown>> =>
  host.call('import.commit', { taskId: 'c', stageId, options });

async function staged(content: string, name: string, options: object = {}): Promise<Inspection> {
  const result = await inspect(await add(content, name), options);
  expect(result).toMatchObject({ ok: true });
  return (result as { value: Inspection }).value;
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'done' : result.error.code);

beforeAll(async () => {
  host = createHost(settings, silent);
  await host.createWorkspace(path);
  const stage = await staged(SMALL_SALES, 'small.csv');
  await commit(stage.stageId);
  await host.close();
  before = sha();
  await open();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a file that cannot be read', () => {
  it.each([
    ['E_FILE_EMPTY', 'empty.csv', ''],
    ['E_FILE_TYPE', 'a pdf.csv', '%PDF-1.7\n1 0 obj\n'],
    ['E_FILE_TYPE', 'page.xls', '<html><table><tr><td>1</td></tr></table></html>'],
    ['E_FILE_TYPE', 'other.nyckeltal', `SQLite format 3\0${'\0'.repeat(4096)}`],
    ['E_FILE_DAMAGED', 'cut.xlsx', 'PK\u0003\u0004\u0014\0\0\0\b\0half a zip'],
    ['E_NO_HEADER', 'numbers.csv', '1;2;3\n4;5;6\n7;8;9\n'],
  ])('%s: %s', async (code, name, content) => {
    const result = await inspect(await add(Buffer.from(content, 'latin1'), name));
    expect(codeOf(result)).toBe(code);
  });

  it('E_FILE_MISSING: it went away', async () => {
    const fileId = await add(SMALL_SALES, 'gone.csv');
    rmSync(join(root, String(files - 1)), { recursive: true });
    expect(codeOf(await inspect(fileId))).toBe('E_FILE_MISSING');
  });

  it('E_FILE_TYPE: it is the open workspace', async () => {
    const added = await host.addFile(path, basename(path));
    expect(codeOf(await inspect(added.ok ? added.value.fileId : ''))).toBe('E_FILE_TYPE');
  });

  it('E_FILE_CHANGED: it is another one when it is read again', async () => {
    const fileId = await add('Datum;Belopp\n2026-01-01;1,50\n', 'changing.csv');
    expect(codeOf(await inspect(fileId))).toBe('done');
    appendFileSync(join(root, String(files - 1), 'changing.csv'), '2026-01-02;2,50\n');
    expect(codeOf(await inspect(fileId, { encoding: 'windows-1252' }))).toBe('E_FILE_CHANGED');
  });
});

describe('a file that cannot be imported as it is read', () => {
  it.each([
    ['E_ALREADY_IMPORTED', SMALL_SALES],
    ['E_AMBIGUOUS', 'Datum;Order;Belopp\n03/04/2026;1;10,00\n05/06/2026;2;20,00\n'],
    ['E_MISSING_FIELD', 'Datum;Order;Kund\n2026-01-01;1;A\n2026-01-02;2;B\n'],
    ['E_NO_ROWS', 'Datum;Order;Belopp\n'],
  ])('%s is said at the first look and again at the import', async (code, content) => {
    const stage = await staged(content, `${code}.csv`, { kind: 'sale' });
    expect(stage.blockers[0]?.code).toBe(code);
    expect(codeOf(await commit(stage.stageId, { kind: 'sale' }))).toBe(code);
  });

  it('E_ALL_REJECTED: no row has what it needs', async () => {
    const columns = { '0': { to: 'field', field: 'date' }, '1': { to: 'field', field: 'amount' } };
    const options = { kind: 'sale', columns, dateFormat: 'ymd', decimal: ',' };
    const stage = await staged('Datum;Belopp;Not\nsnart;1,50;a\nsen;2,50;b\n', 'rejected.csv', options);
    expect(stage.blockers[0]?.code).toBe('E_ALL_REJECTED');
    expect(codeOf(await commit(stage.stageId, options))).toBe('E_ALL_REJECTED');
  });

  it('E_CANCELLED: the user has had enough', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `2026-02-03;${i};${i},25`);
    const stage = await staged(`Datum;Order;Belopp\n${rows.join('\n')}\n`, 'long.csv');
    const committing = commit(stage.stageId);
    await host.call('task.cancel', { taskId: 'c' });
    expect(codeOf(await committing)).toBe('E_CANCELLED');
  });
});

it('has left every byte of the workspace as it was', async () => {
  await host.close();
  expect(sha()).toBe(before);
});
