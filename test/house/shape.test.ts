import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathsOf, productSources, readText } from '../support/tree.ts';

const linesOf = (text: string) => text.trimEnd().split('\n').length;

describe('the shape of the sources', () => {
  const lengths = productSources().map(({ text }) => linesOf(text));
  const ascending = lengths.toSorted((a, b) => a - b);
  const quantile = (share: number) => ascending[Math.floor(share * (ascending.length - 1))];

  it('keeps half the files under 80 lines and nine in ten under 250', () => {
    expect(quantile(0.5), 'median').toBeLessThanOrEqual(80);
    expect(quantile(0.9), '90th percentile').toBeLessThanOrEqual(250);
  });

  it('has no file over 400 lines, tests and scripts included', () => {
    const all = pathsOf(['{shared,electron,renderer,test,scripts}/**/*.{ts,tsx,mjs,css}', '*.ts']);
    expect(all.length).toBeGreaterThan(lengths.length);
    expect(all.filter((path) => linesOf(readText(path)) > 400)).toEqual([]);
  });

  it('keeps the Electron shell under 400 lines in all', () => {
    const shell = productSources().filter(({ path }) => path.startsWith('electron/shell/'));
    expect(shell.reduce((sum, { text }) => sum + linesOf(text), 0)).toBeLessThan(400);
  });

  it('opens every folder of sources with a README of at most 20 lines', () => {
    const folders = [...new Set(productSources().map(({ path }) => dirname(path))), 'scripts', 'test'];
    const readmes = pathsOf(['{shared,electron,renderer,scripts,test}/**/README.md']);
    expect(folders.filter((folder) => !readmes.includes(`${folder}/README.md`))).toEqual([]);
    expect(readmes.filter((path) => linesOf(readText(path)) > 20)).toEqual([]);
  });
});
