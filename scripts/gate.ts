import { runControls } from '../test/gate/controls.ts';
import { MUTATORS } from '../test/gate/mutant.ts';
import { runCorpus, runHostile, type HostileResult } from '../test/gate/run-hostile.ts';
import { runAtRelease } from '../test/gate/run-at-release.ts';
import { LIMITS, runInputs, type Tally } from '../test/gate/run-inputs.ts';
import { runMutants } from '../test/gate/run-mutants.ts';

/**
 * `npm run gate`: the release gate, as far as it concerns files, imports and the workspace file. `-- --seed 7` for other
 * inputs, `-- --inputs 1000` for fewer, `-- --replay csv:1234` for one of them again.
 */
const argument = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity];
const seed = Number(argument('seed') ?? 20_261_121);
const verdicts: boolean[] = [];

function tell(title: string, isRight: boolean, ...lines: readonly string[]): void {
  verdicts.push(isRight);
  console.log(`${isRight ? 'ok    ' : 'FAILED'}  ${title}`);
  for (const line of lines) console.log(`          ${line}`);
}

function tellTally(name: string, { run, compared, faults, verdicts: kinds, slowest, megabytes }: Tally): void {
  const kindsSaid = [...kinds].toSorted((a, b) => b[1] - a[1]).map(([kind, count]) => `${kind} ${count}`);
  tell(
    `${name}: ${run} run, ${faults.length} failed, seed ${seed}; ${compared} compared, slowest ${slowest.toFixed(0)} ms, ${megabytes} MB`,
    faults.length === 0 && run > 0,
    kindsSaid.join(', '),
    ...faults.map(
      ({ mutator, number, what, fault }) => `--replay ${mutator}:${number} --seed ${seed}  ${what}: ${fault}`,
    ),
  );
}

function tellMeasured(name: string, all: readonly HostileResult[], shown: readonly HostileResult[]): void {
  const failed = all.filter(({ isRight }) => !isRight).length;
  const slowest = Math.max(...all.map(({ seconds }) => seconds)).toFixed(1);
  const largest = Math.max(...all.map(({ megabytes }) => megabytes)).toFixed(0);
  tell(
    `${name}: ${all.length} run, ${failed} failed; slowest ${slowest} s, largest ${largest} MB`,
    failed === 0,
    ...shown.map(
      ({ name: file, found, seconds, megabytes, isRight }) =>
        `${seconds.toFixed(2)} s ${megabytes.toFixed(0).padStart(4)} MB  ${file}: ${found}${isRight ? '' : ', which is wrong'}`,
    ),
  );
}

const replay = argument('replay')?.split(':');
if (replay !== undefined) {
  const [mutator, number] = [MUTATORS.find((name) => name === replay[0]), Number(replay[1])];
  if (mutator === undefined) throw new Error(`--replay takes one of ${MUTATORS.join(', ')} and a number`);
  tellTally(mutator, await runInputs({ mutator, seed, from: number, to: number + 1, plant: null }));
} else {
  for (const { plant, run, caught, isCaught } of await runControls(seed, LIMITS)) {
    tell(`control, ${plant}: ${run} run, ${caught} caught`, isCaught);
  }
  for (const [mutator, tally] of await runMutants(Number(argument('inputs') ?? 10_000), seed))
    tellTally(mutator, tally);
  const hostile = runHostile();
  tellMeasured('hostile files', hostile, hostile);
  const corpus = runCorpus();
  if (corpus.length === 0)
    console.log('skipped  files from the wild: set NYCKELTAL_DATA to the folder of the real data');
  else
    tellMeasured(
      'files from the wild',
      corpus,
      corpus.filter(({ isRight }) => !isRight),
    );
  const kills = Number(argument('kills') ?? 1000);
  const faults = runAtRelease(['test/faults', 'test/security/worker-death'], {
    KILLS: kills,
    DEATHS: Math.ceil(kills / 10),
    POWER_CUTS: Number(argument('power-cuts') ?? 2000),
    DAMAGES: Number(argument('damages') ?? 300),
  });
  tell('kills, power cuts, failing disks, damaged workspaces', faults.isRight, ...faults.lines);
  const migrations = runAtRelease(['test/migrations/migrate'], { KILLS: Math.ceil(kills / 5) });
  tell('kills in a migration', migrations.isRight, ...migrations.lines);
  const random = runAtRelease(
    ['three-ways', 'import-histories', 're-imports'].map((file) => `test/property/${file}`),
    { GRIDS: 2000, IMPORT_HISTORIES: 500 },
  );
  tell('random tables, random histories of imports', random.isRight, ...random.lines);
}
process.exit(verdicts.every((isRight) => isRight) ? 0 : 1);
