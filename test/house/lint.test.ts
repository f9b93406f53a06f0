import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathsOf, root } from '../support/tree.ts';

/** One broken rule a file, and the rule that must say so. */
const planted: readonly (readonly [path: string, rule: string, text: string])[] = [
  ['shared/any.ts', 'no-explicit-any', 'export const f = (x: any) => typeof x;'],
  ['shared/bang.ts', 'no-non-null-assertion', 'export const f = (x: { a?: string }) => x.a!;'],
  ['shared/date.ts', 'no-restricted-globals', 'export const now = () => Date.now();'],
  ['shared/random.ts', 'no-restricted-properties', 'export const f = () => Math.random();'],
  ['shared/default.ts', 'no-default-export', 'const f = () => 1;\nexport default f;'],
  ['shared/long.ts', 'max-lines', Array.from({ length: 401 }, (_, i) => `export const v${i} = ${i};`).join('\n')],
  ['shared/types.ts', 'consistent-type-imports', "import { A } from './a.ts';\nexport const f = (a: A) => a;"],
  ['shared/a.ts', '', 'export type A = string;'],
  ['electron/engine/up.ts', 'no-restricted-imports', "import { s } from '#store/s.ts';\nexport const t = s;"],
  ['electron/engine/node.ts', 'no-restricted-imports', "import { sep } from 'node:path';\nexport const t = sep;"],
  ['electron/columns/sql.ts', 'no-restricted-imports', "import D from 'better-sqlite3';\nexport const t = D;"],
  ['electron/engine/loop-a.ts', 'no-cycle', "import { b } from './loop-b.ts';\nexport const a = (): number => b();"],
  [
    'electron/engine/loop-b.ts',
    'no-cycle',
    "import { a } from '#engine/loop-a.ts';\nexport const b = (): number => a();",
  ],
  ['electron/store/socket.ts', 'no-restricted-imports', "import { get } from 'node:http';\nexport const t = get;"],
  ['electron/host/sheet.ts', 'no-restricted-imports', "import { read } from 'xlsx';\nexport const t = read;"],
  [
    'electron/host/browser.ts',
    'no-restricted-imports',
    "import { chromium } from 'playwright-core';\nexport const t = chromium;",
  ],
  ['electron/host/print-pdf.ts', '', "import { chromium } from 'playwright-core';\nexport const t = chromium;"],
  ['electron/serve/app.ts', 'no-restricted-imports', "import { app } from 'electron';\nexport const t = app;"],
  ['electron/host/ask.ts', 'no-restricted-globals', "export const f = () => fetch('x');"],
  ['electron/host/eval.ts', 'no-eval', "export const f = (): unknown => eval('1');"],
  ['electron/host/timer.ts', 'no-implied-eval', "export const f = () => setTimeout('1', 1);"],
  ['electron/host/floating.ts', 'no-floating-promises', 'const p = async () => 1;\nexport const f = () => { p(); };'],
  ['electron/host/misused.ts', 'no-misused-promises', 'export const f = () => { [1].forEach(async () => {}); };'],
  ['electron/host/json.ts', 'no-unsafe-assignment', "export const f: { a: number } = JSON.parse('{}');"],
  [
    'electron/host/switch.ts',
    'switch-exhaustiveness-check',
    "export const f = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 2; };",
  ],
  ['renderer/ui/chart.tsx', 'no-restricted-imports', "import { Chart } from 'chart.js';\nexport const t = Chart;"],
  ['renderer/charts/chart.tsx', '', "import { Chart } from 'chart.js';\nexport const t = Chart;"],
  ['renderer/ui/host.tsx', 'no-restricted-imports', "import { h } from '#host/h.ts';\nexport const t = h;"],
  ['renderer/ui/sink.tsx', 'no-restricted-properties', "export const f = (e: Element) => { e.innerHTML = 'x'; };"],
  ['renderer/ui/danger.tsx', 'no-danger', "export const F = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;"],
  ['renderer/ui/frame.tsx', 'forbid-dom-props', 'export const F = () => <iframe title="t" srcDoc="x" />;'],
  [
    'renderer/ui/hooks.tsx',
    'rules-of-hooks',
    "import { useId } from 'react';\nexport const F = (p: { on: boolean }) => { if (p.on) useId(); return null; };",
  ],
  ['renderer/ui/alt.tsx', 'alt-text', 'export const F = () => <img src="x.png" />;'],
  ['test/only.test.ts', 'no-focused-tests', "import { it } from 'vitest';\nit.only('x', () => {});"],
];

describe('the lint rules', () => {
  let folder = '';
  let output = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lint-'));
    const configs = pathsOf(['*.json', 'oxlint.config.ts', 'scripts/zones.ts', '**/tsconfig.json']);
    for (const path of configs) cpSync(join(root, path), join(folder, path));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, , text] of planted) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const parts = ['shared', 'electron', 'renderer', 'test'];
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    output = spawnSync(process.execPath, [oxlint, '-f', 'unix', ...parts], { cwd: folder, encoding: 'utf8' }).stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const saidOf = (path: string) => output.split('\n').filter((line) => line.startsWith(`${path}:`));

  it.each(planted.filter(([, rule]) => rule !== ''))('refuse %s by %s', (path, rule) => {
    expect(saidOf(path).join('\n')).toContain(`(${rule})`);
  });

  it.each(planted.filter(([, rule]) => rule === ''))('allow %s', (path) => {
    expect(saidOf(path)).toEqual([]);
  });
});
