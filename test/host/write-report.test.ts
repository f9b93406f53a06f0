import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileDesk } from '#host/file-desk.ts';
import { Task } from '#host/tasks.ts';
import { writeReport } from '#host/write-report.ts';
import { verdict } from '../fixtures/read-bytes.ts';
import { handmade } from '../fixtures/shown-report.ts';

const temporary = mkdtempSync(join(tmpdir(), 'nyckeltal-write-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
const shown = handmade();
const files = new FileDesk();

/** Remembers what it is told. */
class Watched extends Task {
  readonly told: (readonly [done: number, total: number | null])[] = [];

  override report(step: string, done: number, total: number | null): void {
    this.told.push([done, total]);
    super.report(step, done, total);
  }
}

describe('a report that is written', () => {
  it.each([
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ] as const)('is a download of its type as %s, told page by page', async (format, type) => {
    const task = new Watched();
    const made = await writeReport(shown, format, { files, temporary }, task);
    expect(made).toMatchObject({ name: `Norrland Kaffe AB Styrelserapport jan–sep 2026.${format}`, type });
    const { path } = files.download(made.downloadId);
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
    expect(task.told).toEqual(shown.report.pages.map((_, at) => [at, shown.report.pages.length]));
  });

  it('has a name that every system takes', async () => {
    const content = { ...shown.content, company: '../..\u202e/con:*', period: 'x'.repeat(300) };
    const { name } = await writeReport({ ...shown, content }, 'xlsx', { files, temporary }, new Task());
    expect(name).toMatch(/^[^\\/:*\u202e]{1,115}\.xlsx$/);
    expect(name).not.toContain('..');
  });

  it('is not there when it is cancelled', async () => {
    for (const format of ['xlsx', 'pptx'] as const) {
      const task = new Watched();
      const before = filesIn(temporary);
      const writing = writeReport(shown, format, { files, temporary }, task);
      setImmediate(() => setImmediate(() => task.cancel()));
      expect(await verdict(writing)).toBe('E_CANCELLED');
      expect(filesIn(temporary)).toEqual(before);
    }
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name)
    .toSorted();
}
