import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { REPORT_TEMPLATES } from '#shared/report-choices.ts';
import type { Report } from '#shared/reports.ts';
import { sessionOf } from '../../electron/cli/workspace-session.ts';
import { hostInFolder } from '../support/host-in-folder.ts';
import { workshop } from './cli.ts';

const { root, nyckeltal, json } = workshop();
const WORKSPACE = 'small.nyckeltal';
const SAVED = 'My own report';
const at = (name: string): string => join(root, name);

const cells = (name: string): readonly unknown[] => {
  const { Sheets } = read(readFileSync(at(name)));
  return Object.values(Sheets).flatMap((sheet) => utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).flat());
};

/** A report as somebody saved it, once made final. */
async function saveOne(): Promise<void> {
  const { host, remove } = hostInFolder();
  const { call } = sessionOf(host);
  const added = await host.addWorkspace(at(WORKSPACE));
  if (!added.ok) throw new Error(added.error.code);
  await call('workspace.open', { id: added.value.id });
  const paper = { size: 'a4', turn: 'landscape' } as const;
  const board = await call('report.fromTemplate', { template: 'board', dashboard: null, locale: 'en-GB', paper });
  const report: Report = {
    ...board,
    name: SAVED,
    pages: board.pages.map((page) => ({
      ...page,
      read: true,
      headline: page.show === 'summary' ? 'In my own words' : page.headline,
    })),
  };
  await call('report.save', report);
  await call('report.finish', { report });
  await call('dashboard.save', {
    id: 'd',
    name: 'Board room',
    order: 0,
    tiles: [
      { id: 'k', show: 'kpi', title: 'What we sold', kpi: 'revenue', place: { x: 0, y: 0, width: 3, height: 2 } },
      { id: 't', show: 'text', title: null, text: 'Words of ours', place: { x: 3, y: 0, width: 3, height: 2 } },
    ],
  });
  await remove();
}

describe('a report from the command line', () => {
  beforeAll(async () => {
    await json(`import small.csv -w ${WORKSPACE} --json`);
    await saveOne();
  });

  it.each(REPORT_TEMPLATES.filter((template) => template !== 'own'))(
    '%s is made as workbook and slides',
    async (template) => {
      for (const format of ['xlsx', 'pptx']) {
        const name = `${template}.${format}`;
        const line = `report ${template} -w ${WORKSPACE} -o ${at(name)} --locale en-GB --json`;
        expect(await json(line)).toEqual({ file: at(name), size: readFileSync(at(name)).length });
        expect(readFileSync(at(name)).subarray(0, 2).toString()).toBe('PK');
      }
    },
  );

  it('holds to period, comparison, filter, language and paper', async () => {
    const line = `report board -w ${WORKSPACE} -o ${at('asked.xlsx')} --period 2026-Q3 --locale sv-SE --compare previous --where region=Syd --paper letter --turn portrait`;
    expect(await nyckeltal(line)).toMatchObject({ exit: 0, stderr: '' });
    const said = cells('asked.xlsx').join('\n');
    expect(said).toContain('Styrelserapport');
    expect(said).toMatch(/kv\s3\s2026/);
    expect(said).toContain('Syd');
  });

  it('is one that was saved under this name, with its words and what changed since its final', async () => {
    const line = `report ${SAVED.toLowerCase().replaceAll(' ', '~')} -w ${WORKSPACE} -o ${at('saved.xlsx')}`;
    expect(await nyckeltal(line)).toMatchObject({ exit: 0, stderr: '' });
    const said = cells('saved.xlsx').join('\n');
    expect(said).toContain('In my own words');
    expect(said).not.toContain('This is the first report');
  });

  it('is one of the tiles of a dashboard with this name', async () => {
    const line = `report board~room -w ${WORKSPACE} -o ${at('own.xlsx')} --period all`;
    expect(await nyckeltal(line)).toMatchObject({ exit: 0, stderr: '' });
    expect(cells('own.xlsx')).toEqual(expect.arrayContaining(['Board room', 'Words of ours']));
    const answered = await json(`kpi revenue -w ${WORKSPACE} --period all --json`);
    const [{ value } = { value: null }] = answered as readonly { readonly value: number | null }[];
    expect(value).toBeGreaterThan(0);
    expect(cells('own.xlsx')).toContain(value);
  });

  it.each([
    ['report', 'board monthly -o x.xlsx'],
    ['template', 'nothing -o x.xlsx'],
    ['output', 'board -o x.doc'],
    ['paper', 'board -o x.xlsx --paper a3'],
    ['turn', 'board -o x.xlsx --turn round'],
    ['locale', 'board -o x.xlsx --locale fr-FR'],
    ['comparison', 'board -o x.xlsx --compare yesterday'],
    ['filter', 'board -o x.xlsx --where region'],
    ['period', 'board -o x.xlsx --period soon'],
    ['sheet', 'board -o x.xlsx --sheet 0'],
    ['option', 'board -o x.xlsx --by region'],
    ['folder', 'board -o gone/x.xlsx'],
    ['place', 'board -o folder.xlsx'],
  ])('refuses a wrong %s with one sentence and leaves nothing', async (_, line) => {
    mkdirSync(at('folder.xlsx'), { recursive: true });
    const before = readdirSync(root).toSorted();
    const placed = line.replace('-o ', `-w ${WORKSPACE} -o ${root}/`);
    const result = await nyckeltal(`report ${placed}`);
    expect(result).toMatchObject({ exit: 1, stdout: '' });
    expect(result.stderr.split('\n')).toHaveLength(2);
    expect(result.stderr).not.toMatch(/Error:|undefined|\{\{/);
    expect(readdirSync(root).toSorted()).toEqual(before);
  });

  it('leaves what stood there before when it cannot be made', async () => {
    writeFileSync(at('kept.xlsx'), 'kept');
    expect(await nyckeltal(`report board -w ${WORKSPACE} -o ${at('kept.xlsx')} --period soon`)).toMatchObject({
      exit: 1,
    });
    expect(readFileSync(at('kept.xlsx'), 'utf8')).toBe('kept');
  });
});
