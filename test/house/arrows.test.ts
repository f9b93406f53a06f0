import { describe, expect, it } from 'vitest';
import { arrowsAgainst, importsOf } from '../support/arrows.ts';
import { productSources } from '../support/tree.ts';

describe('the arrows of the house', () => {
  const modules = productSources().filter(({ path }) => !path.endsWith('.css'));

  it('are kept by every source file', () => {
    expect(modules.flatMap(arrowsAgainst)).toEqual([]);
    expect(modules.length).toBeGreaterThan(10);
    expect(modules.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(modules.length / 2);
  });

  it.each([
    ['shared/a.ts', "import { x } from '#engine/x.ts';"],
    ['electron/engine/a.ts', "export { x } from '#store/x.ts';"],
    ['electron/engine/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['electron/columns/a.ts', "import type { X } from '#files/x.ts';"],
    ['electron/store/a.ts', "import { x } from '../files/x.ts';"],
    ['electron/host/a.ts', "import Database from 'better-sqlite3';"],
    ['electron/host/worker.ts', "import { chromium } from 'playwright-core';"],
    ['electron/serve/a.ts', "const xlsx = await import('xlsx');"],
    ['electron/cli/a.ts', "import { app } from 'electron';"],
    ['electron/host/a.ts', "new Worker(new URL('../shell/worker.ts', import.meta.url));"],
    ['renderer/ui/a.tsx', "import { x } from '#host/x.ts';"],
    ['renderer/ui/a.tsx', "import { x } from '../../electron/engine/x.ts';"],
    ['renderer/ui/a.tsx', "import 'chart.js/auto';"],
    ['electron/loose.ts', ''],
  ])('would be reported: %s with %s', (path, text) => {
    expect(arrowsAgainst({ path, text })).toHaveLength(1);
  });

  it.each([
    ['electron/engine/a.ts', "import { x } from '#shared/x.ts';"],
    ['electron/store/a.ts', "import Database from 'better-sqlite3';"],
    ['electron/host/print-pdf.ts', "import { chromium } from 'playwright-core';"],
    ['electron/shell/main.ts', "import { app } from 'electron';"],
    ['renderer/charts/bar.tsx', "import { Chart } from 'chart.js';"],
    ['renderer/ui/a.tsx', "import { Select } from '@base-ui/react/select';"],
  ])('allow %s with %s', (path, text) => {
    expect(arrowsAgainst({ path, text })).toEqual([]);
  });
});
