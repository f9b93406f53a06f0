/** Judges a stretch of inputs, saying each one's number before it starts and its verdict after. */
import { writeSync } from 'node:fs';
import { csvMutant } from './csv-mutants.ts';
import { Dice } from './dice.ts';
import type { Job, Said } from './job.ts';
import { judgeFile } from './judge-file.ts';
import { judgeWorkspace, soundWorkspace } from './judge-workspace.ts';
import type { Verdict } from './mutant.ts';
import { plantedIn } from './planted.ts';
import { realSubject } from './subject.ts';
import { xmlMutant } from './xml-mutants.ts';
import { zipMutant } from './zip-mutants.ts';

const job = JSON.parse(process.argv[2] ?? '') as Job;
const say = (said: Said): void => void writeSync(1, `${JSON.stringify(said)}\n`);
const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const ownKeys = (): number => prototypes.flatMap((prototype) => Reflect.ownKeys(prototype)).length;

const real = await realSubject(job.folder);
const subject = job.plant === null ? real : plantedIn(real, job.plant);
const sound = job.mutator === 'workspace' ? soundWorkspace(job.folder) : null;
const clean = ownKeys();
const before = await real.digest();

async function judge(number: number): Promise<Verdict> {
  const dice = new Dice(job.seed, number);
  switch (job.mutator) {
    case 'zip':
      return await judgeFile(await zipMutant(dice), subject, job.folder);
    case 'xml':
      return await judgeFile(xmlMutant(dice), subject, job.folder);
    case 'csv':
      return await judgeFile(csvMutant(dice), subject, job.folder);
    case 'workspace':
      if (sound === null) throw new Error('no workspace');
      return judgeWorkspace(sound, subject, job.folder, dice, number);
  }
}

for (let number = job.from; number < job.to; number++) {
  say({ start: number });
  const verdict = await judge(number);
  const polluted = ownKeys() === clean ? null : 'Object.prototype has changed';
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  say({ end: number, megabytes, ...verdict, fault: verdict.fault ?? polluted });
}
const after = await real.digest();
await real.close();
say({ done: after !== null && after === before });
