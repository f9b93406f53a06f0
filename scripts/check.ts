import { spawnSync } from 'node:child_process';

type Gate = {
  readonly name: string;
  readonly command: readonly string[];
  /** How many files or tests the gate read, taken from what it printed: a gate that read nothing has failed. */
  readonly lookedAt: (output: string) => number;
};

const first = (pattern: RegExp) => (output: string) => Number(pattern.exec(output)?.[1] ?? 0);
const bin = (path: string, ...args: readonly string[]) => [`node_modules/${path}`, ...args];
const knip = (...args: readonly string[]) =>
  bin(
    'knip/bin/knip.js',
    '--no-progress',
    '--reporter',
    'symbols',
    '--reporter',
    './scripts/knip-looked-at.ts',
    ...args,
  );

const gates: readonly Gate[] = [
  {
    name: 'format',
    command: bin('prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'debug'),
    lookedAt: (output) => output.match(/resolve config from/g)?.length ?? 0,
  },
  { name: 'lint', command: bin('oxlint/bin/oxlint'), lookedAt: first(/on (\d+) files/) },
  { name: 'types', command: ['scripts/typecheck.ts'], lookedAt: first(/(\d+) files in/) },
  { name: 'cycles', command: knip('--cycles'), lookedAt: first(/(\d+) files read/) },
  { name: 'dead code', command: knip(), lookedAt: first(/(\d+) files read/) },
  { name: 'unit, contract', command: ['scripts/test-unit.ts'], lookedAt: first(/^(\d+) passed/m) },
];

const rows = gates.map(({ name, command, lookedAt }) => {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const output = `${stdout}\n${stderr}`;
  const looked = lookedAt(output);
  const ok = status === 0 && looked > 0;
  if (!ok) console.error(output.replaceAll(/^\[debug\].*\n/gm, ''));
  const seconds = (performance.now() - started) / 1000;
  return {
    ok,
    line: `${name.padEnd(16)}${seconds.toFixed(1).padStart(6)} s ${String(looked).padStart(6)}  ${ok ? 'ok' : 'FAILED'}`,
  };
});

console.log(`${'gate'.padEnd(16)}${'time'.padStart(8)} ${'read'.padStart(6)}`);
for (const { line } of rows) console.log(line);
process.exit(rows.every(({ ok }) => ok) ? 0 : 1);
