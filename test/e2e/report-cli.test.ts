import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { run } from '../../electron/cli/run.ts';
import { SMALL_SALES, TODAY } from '../contract/small-sales.ts';
import { describeInBrowser } from '../support/browser.ts';
import { hasPoppler, infoOf, pagesOf } from './pdf.ts';

describeInBrowser('a report from the command line', () => {
  const root = mkdtempSync(join(tmpdir(), 'nyckeltal-report-cli-'));
  const at = (name: string): string => join(root, name);
  let stderr = '';
  const nyckeltal = async (...line: readonly string[]): Promise<number> => {
    stderr = '';
    return run(line, { locale: 'en-GB', out: () => undefined, err: (text) => void (stderr += text) });
  };

  beforeAll(async () => {
    vi.stubEnv('NYCKELTAL_HOME', at('home'));
    vi.stubEnv('NYCKELTAL_TODAY', TODAY);
    writeFileSync(at('small.csv'), SMALL_SALES);
    if ((await nyckeltal('import', at('small.csv'), '-w', at('w.nyckeltal'))) !== 0) throw new Error(stderr);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true, force: true });
  });

  it('is a PDF with real text, in the language and on the paper asked for', async () => {
    const asked = ['--period', 'all', '--locale', 'sv-SE', '--paper', 'letter'];
    expect(await nyckeltal('report', 'board', '-w', at('w.nyckeltal'), '-o', at('board.pdf'), ...asked)).toBe(0);
    expect(stderr).toBe('');
    expect(readFileSync(at('board.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    if (!hasPoppler) return;
    const pages = pagesOf(at('board.pdf'));
    expect(pages[0]).toContain('Styrelserapport');
    const info = infoOf(at('board.pdf'));
    // 11 × 8.5 inches of 72 points.
    expect(info['Page size']).toMatch(/^792 x 612/);
    expect(Number(info['Pages'])).toBe(pages.length);
  });

  it('is a picture of one sheet, and none of a sheet that is not there', async () => {
    const line = ['report', 'board', '-w', at('w.nyckeltal'), '-o', at('sheet.png'), '--sheet'];
    expect(await nyckeltal(...line, '2')).toBe(0);
    const picture = readFileSync(at('sheet.png'));
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    // A4 across: 297 × 210 mm at 192 points an inch.
    expect(Math.abs(picture.readUInt32BE(16) - 2245)).toBeLessThanOrEqual(3);
    expect(Math.abs(picture.readUInt32BE(20) - 1588)).toBeLessThanOrEqual(3);
    rmSync(at('sheet.png'));
    expect(await nyckeltal(...line, '99')).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
