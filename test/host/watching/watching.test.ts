import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HEADER, month, names, WatchedHost } from './watched-host.ts';

let app: WatchedHost;
beforeEach(async () => {
  app = new WatchedHost();
  await app.open();
});
afterEach(() => app.remove());

describe('a file that comes', () => {
  it('is offered with its rows once its headers are known, and imports nothing by itself', async () => {
    expect((await app.state()).folder).toBeNull();
    expect(await app.watch()).toMatchObject({ folder: { name: 'Exporter' }, direct: false, offers: [] });
    app.put('oktober.csv', month(10, 4));
    const { offers, left } = await app.until(({ offers: found }) => found.length > 0);
    expect(offers).toMatchObject([
      { name: 'oktober.csv', kinds: ['sale'], rows: 4, rejected: 0, remembered: 'september.csv', ready: true },
    ]);
    expect(left).toEqual([]);
    expect(await app.value('import.list', {})).toHaveLength(1);
  });

  it('is imported by its id as any file, and is then no longer on offer', async () => {
    await app.watch();
    app.put('oktober.csv', month(10));
    const [offer] = (await app.until(({ offers }) => offers.length > 0)).offers;
    const fileId = offer?.fileId ?? '';
    const { stageId, file } = await app.value('import.inspect', { taskId: 'a', fileId, options: {} });
    expect(file.sha256).toBe(offer?.sha256);
    const { id } = await app.value('import.commit', { taskId: 'b', stageId, options: {} });
    await app.until(({ offers }) => offers.length === 0);
    // Undone, it is new again.
    await app.value('import.undo', { id });
    await app.until(({ offers }) => offers.length === 1);
  });

  it('is left alone while it is written, and read whole afterwards', async () => {
    await app.watch();
    const path = join(app.folder, 'oktober.csv');
    const [header = '', ...lines] = month(10, 30).trim().split('\n');
    writeFileSync(path, `${header}\n`);
    const seen = new Set<number>();
    for (const line of lines) {
      appendFileSync(path, `${line}\n`);
      await wait(25);
      for (const { rows } of (await app.state()).offers) seen.add(rows);
    }
    expect([...seen]).toEqual([]);
    expect((await app.state()).left).toEqual([{ name: 'oktober.csv', why: 'unfinished' }]);
    expect((await app.until(({ offers }) => offers.length > 0)).offers).toMatchObject([{ rows: 30 }]);
  });

  it('waits for the program that has it open', async () => {
    writeFileSync(join(app.folder, '~$oktober.csv'), 'Anna');
    app.put('oktober.csv', month(10));
    writeFileSync(join(app.folder, 'november.csv'), '');
    writeFileSync(join(app.folder, 'november.csv.part'), month(11));
    await app.watch();
    const { offers, left } = await app.aWhile();
    expect(offers).toEqual([]);
    expect(left.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'november.csv', why: 'unfinished' },
      { name: 'oktober.csv', why: 'unfinished' },
    ]);
    rmSync(join(app.folder, '~$oktober.csv'));
    renameSync(join(app.folder, 'november.csv.part'), join(app.folder, 'november.csv'));
    await app.until(({ offers: found }) => found.length === 2);
  });

  it('is not offered when its content is there already, whatever its name', async () => {
    app.put('september igen.csv', month(9));
    app.put('oktober.csv', month(10));
    app.put('oktober (1).csv', month(10));
    // Other bytes, the same rows.
    app.put('september omskriven.csv', month(9).replaceAll('\n', '\r\n'));
    await app.watch();
    const state = await app.until(({ offers }) => offers.length > 0);
    expect(state.offers).toHaveLength(1);
    expect((await app.aWhile()).offers).toHaveLength(1);
    expect((await app.state()).left).toEqual([]);
  });

  it('is passed by when its headers are new, until they are known', async () => {
    const budget = (day: string): string => `Datum;Kundnamn;Summa kr\n${day};Ada;10,00\n`;
    app.put('budget.csv', budget('2026-10-01'));
    await app.watch();
    const { left } = await app.until((state) => state.left.length > 0);
    expect(left).toEqual([{ name: 'budget.csv', why: 'unknown' }]);
    await app.import('budget-september.csv', budget('2026-09-01'));
    const { offers } = await app.until((state) => state.offers.length > 0);
    expect(offers).toMatchObject([{ name: 'budget.csv', rows: 1, remembered: 'budget-september.csv' }]);
  });

  it('is said to be unreadable when it is damaged, and read when a whole one takes its place', async () => {
    app.put('oktober.xlsx', Buffer.from('PK\u0003\u0004 half a workbook'));
    app.put('bild.csv', Buffer.from('89504e470d0a1a0a', 'hex'));
    await app.watch();
    const { left } = await app.until((state) => state.left.length === 2);
    expect(new Set(left.map(({ why }) => why))).toEqual(new Set(['unreadable']));
    app.put('oktober.xlsx', month(10));
    expect(names((await app.until(({ offers }) => offers.length > 0)).offers)).toEqual(['oktober.xlsx']);
  });

  it('needs the user where something is open or cannot be read', async () => {
    app.put('oktober.csv', `${HEADER}\n2026-10-01;10;1;Ada;100,00\nokänt;11;1;Bo;50,00\n`);
    app.put('november.csv', `${HEADER}\nimorgon;10;1;Ada;100,00\n`);
    await app.watch();
    const { offers } = await app.until((state) => state.offers.length === 2);
    expect(offers.find(({ name }) => name === 'oktober.csv')).toMatchObject({ rows: 1, rejected: 1, ready: true });
    expect(offers.find(({ name }) => name === 'november.csv')).toMatchObject({ rows: 0, ready: false });
  });

  it('is no link, no hidden file, no folder and not the workspace itself', async () => {
    writeFileSync(join(app.root, 'utanför.csv'), month(10));
    symlinkSync(join(app.root, 'utanför.csv'), join(app.folder, 'länk.csv'));
    writeFileSync(join(app.folder, '.dold.csv'), month(10));
    writeFileSync(join(app.folder, 'rapport.pdf'), month(10));
    mkdirSync(join(app.folder, 'mapp.csv'));
    writeFileSync(join(app.folder, 'mapp.csv', 'inuti.csv'), month(10));
    await app.watch();
    const { offers, left } = await app.aWhile();
    expect({ offers, left }).toEqual({ offers: [], left: [] });
  });
});

describe('an answer', () => {
  it('"not this one" holds for the content, also after a new start, and can be taken back', async () => {
    await app.watch();
    app.put('oktober.csv', month(10));
    const [offer] = (await app.until(({ offers }) => offers.length > 0)).offers;
    const fileId = offer?.fileId ?? '';
    expect((await app.value('watch.answer', { fileId, answer: 'declined' })).offers).toEqual([]);
    renameSync(join(app.folder, 'oktober.csv'), join(app.folder, 'oktober ny.csv'));
    expect((await app.aWhile()).offers).toEqual([]);
    await app.end();
    const [recent] = await app.value('workspace.recent', {});
    await app.value('workspace.open', { id: recent?.id ?? '' });
    expect(await app.aWhile()).toMatchObject({ folder: { name: 'Exporter' }, offers: [] });
    renameSync(join(app.folder, 'oktober ny.csv'), join(app.folder, 'oktober.csv'));
    await app.aWhile();
    await app.value('watch.answer', { fileId, answer: 'offered' });
    await app.until(({ offers }) => offers.length === 1);
  });

  it('about a file nobody knows is refused', async () => {
    const answer = { fileId: 'none', answer: 'declined' } as const;
    expect(await app.host.call('watch.answer', answer)).toMatchObject({ error: { code: 'E_NOT_FOUND' } });
    await app.watch();
    expect(await app.host.call('watch.answer', answer)).toMatchObject({ error: { code: 'E_NOT_FOUND' } });
  });
});

describe('importing directly', () => {
  it('takes what comes and nothing that was there, with a receipt and a way back', async () => {
    await app.watch();
    app.put('oktober.csv', month(10));
    await app.until(({ offers }) => offers.length === 1);
    expect((await app.value('watch.direct', { direct: true })).direct).toBe(true);
    app.put('november.csv', month(11, 5));
    const { taken, offers } = await app.until((state) => state.taken.length > 0);
    expect(taken).toMatchObject([{ name: 'november.csv', rows: 5 }]);
    expect(names(offers)).toEqual(['oktober.csv']);
    const record = (await app.value('import.list', {})).at(-1);
    expect(record).toMatchObject({ file: { name: 'november.csv' }, receipt: { rows: { imported: 5 } } });
    expect(taken[0]?.imports).toEqual([record?.id]);
    // Taken back, it is offered and not imported again.
    await app.value('import.undo', { id: record?.id ?? 0 });
    const after = await app.until((state) => state.taken.length === 0 && state.offers.length === 2);
    expect(names(after.offers)).toEqual(['november.csv', 'oktober.csv']);
    await app.aWhile();
    expect(await app.value('import.list', {})).toHaveLength(1);
  });

  it('leaves to the user what has an unreadable row, a total that differs, or something open', async () => {
    await app.watch();
    await app.value('watch.direct', { direct: true });
    app.put('a.csv', `${HEADER}\n2026-10-01;10;1;Ada;100,00\nokänt;11;1;Bo;50,00\n`);
    app.put('b.csv', `${HEADER}\n2026-10-01;20;1;Ada;100,00\n2026-10-02;21;1;Bo;50,00\nSumma;;;;175,00\n`);
    app.put('c.csv', `${HEADER}\nimorgon;30;1;Ada;100,00\n`);
    app.put('d.csv', `${HEADER}\n2026-12-24;40;1;Ada;100,00\n`);
    const { offers, taken } = await app.until((state) => state.offers.length === 4);
    expect(names(offers).toSorted()).toEqual(['a.csv', 'b.csv', 'c.csv', 'd.csv']);
    expect(taken).toEqual([]);
    expect(await app.value('import.list', {})).toHaveLength(1);
  });

  it('is seen and said once', async () => {
    await app.watch();
    await app.value('watch.direct', { direct: true });
    app.put('oktober.csv', month(10));
    const [file] = (await app.until(({ taken }) => taken.length > 0)).taken;
    expect((await app.value('watch.answer', { fileId: file?.fileId ?? '', answer: 'seen' })).taken).toEqual([]);
  });
});

describe('the folder', () => {
  it('may go and come back', async () => {
    await app.watch();
    app.put('oktober.csv', month(10));
    await app.until(({ offers }) => offers.length === 1);
    renameSync(app.folder, `${app.folder} borta`);
    const gone = await app.until(({ present }) => !present);
    expect(gone).toMatchObject({ folder: { name: 'Exporter' }, offers: [], left: [] });
    mkdirSync(app.folder);
    app.put('november.csv', month(11));
    expect(names((await app.until(({ offers }) => offers.length > 0)).offers)).toEqual(['november.csv']);
  });

  it('is let go when the user says so, and can be watched again', async () => {
    const { folder } = await app.watch();
    const stopped = await app.value('watch.stop', {});
    expect(stopped).toMatchObject({ folder: null, offers: [], choices: [folder] });
    app.put('oktober.csv', month(10));
    expect((await app.aWhile()).offers).toEqual([]);
    await app.value('watch.start', { id: folder?.id ?? '' });
    await app.until(({ offers }) => offers.length === 1);
  });

  it('belongs to its workspace and to this machine, never to the workspace file', async () => {
    await app.watch();
    const [workspace] = await app.value('workspace.recent', {});
    await app.value('workspace.create', { name: 'En annan' });
    expect((await app.state()).folder).toBeNull();
    await app.end();
    await app.value('workspace.open', { id: (await app.value('workspace.recent', {})).at(-1)?.id ?? '' });
    expect((await app.state()).folder).toMatchObject({ name: 'Exporter' });
    await app.value('workspace.close', {});
    expect((await app.state()).folder).toBeNull();
    expect(readFileSync(join(app.root, 'l', `${workspace?.name ?? ''}.nyckeltal`)).includes('Exporter')).toBe(false);
    expect(readFileSync(join(app.root, 'c', 'watched.json'), 'utf8')).toContain('Exporter');
  });

  it('is one that the shell has named', async () => {
    expect(await app.host.call('watch.start', { id: app.folder })).toMatchObject({ error: { code: 'E_NOT_FOUND' } });
    expect(await app.host.addFolder(join(app.root, 'none'))).toMatchObject({ error: { code: 'E_NOT_FOUND' } });
    expect(await app.host.addFolder(join(app.root, 'september.csv'))).toMatchObject({ error: { code: 'E_NOT_FOUND' } });
  });
});

it('what a page asks for goes before a file that nobody has asked for', async () => {
  await app.watch();
  app.put('stor.csv', month(10, 60_000));
  await wait(150);
  const started = performance.now();
  for (let i = 0; i < 5; i++) await app.value('workspace.settings', {});
  expect(performance.now() - started).toBeLessThan(2000);
  expect((await app.until(({ offers }) => offers.length === 1)).offers).toMatchObject([{ rows: 60_000 }]);
});
