import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeReportFile } from '#files/report-out/write-report-file.ts';
import { sentencesIn } from '#host/sentences.ts';
import { handmade } from '../../fixtures/shown-report.ts';
import { quietTask } from '../../fixtures/read-bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const isThere = (program: string): boolean => spawnSync(program, ['-h'], { stdio: 'ignore' }).error === undefined;

describe('an office program', () => {
  const missing = ['libreoffice', 'pdftotext'].filter((program) => !isThere(program));

  it.for(['xlsx', 'pptx'] as const)('opens a report as %s', { timeout: 60_000 }, async (format, { skip }) => {
    if (missing.length > 0) skip(`not installed: ${missing.join(', ')}`);
    const path = join(folder, `report.${format}`);
    await writeReportFile(path, handmade(), format, sentencesIn('sv-SE'), quietTask);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    spawnSync('libreoffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path], {
      stdio: 'ignore',
    });
    const pdf = join(folder, 'report.pdf');
    expect(existsSync(pdf) && statSync(pdf).size).toBeGreaterThan(10_000);
    const said = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
    rmSync(pdf);
    for (const words of ['Intäkterna ökade 8 % och ligger över mål', 'Kund 60', 'Täckningsbidrag delat med'])
      expect(said).toContain(words);
  });
});
