import { MUTATORS } from './mutant.ts';
import { LIMITS, merged, runInputs, type Tally } from './run-inputs.ts';

const AT_ONCE = 2;
/** Inputs in one process: memory is counted by process, and a long life would hide who has taken it. */
const STRETCH = 250;

/** `count` inputs, a quarter from each mutator, two processes at a time; by mutator what came of them. */
export async function runMutants(count: number, seed: number): Promise<ReadonlyMap<string, Tally>> {
  const each = Math.ceil(count / MUTATORS.length);
  const parts = MUTATORS.flatMap((mutator) =>
    Array.from({ length: Math.ceil(each / STRETCH) }, (_, i) => ({
      mutator,
      seed,
      from: i * STRETCH,
      to: Math.min(each, (i + 1) * STRETCH),
      plant: null,
    })),
  );
  const done = new Map<string, Tally[]>(MUTATORS.map((mutator) => [mutator, []]));
  const worker = async (): Promise<void> => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      done.get(part.mutator)?.push(await runInputs(part, LIMITS));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return new Map([...done].map(([mutator, tallies]) => [mutator, merged(tallies)]));
}
