import { report } from './run-case.ts';

/** How long one question took, in milliseconds. */
export interface QuestionTimes {
  readonly name: string;
  readonly first: number;
  /** Warm, which is after the runs that the compiler of JavaScript needs to know a question's code: the run of middle length. */
  readonly median: number;
  /** Of a table too large for a page, which `median` is of: the same with every cell made an object. */
  readonly wholeMedian?: number;
  /** Least time of this thread on a processor: what a busy machine does not blur. */
  readonly cpu: number;
  readonly cells: number;
  /** Of all values in our units, to hold the answers of two engines against each other; null where they say it otherwise. */
  readonly sum: number | null;
}

export interface Answered {
  readonly cells: number;
  readonly sum: () => number | null;
}

const RUNS = Number(process.env['NYCKELTAL_BENCH_RUNS'] ?? 15);
const TO_WARM_UP = 10;

/** Asks once cold, some times to warm up, and then several times, any engine alike. */
export async function timesOf(name: string, ask: () => Answered | Promise<Answered>): Promise<QuestionTimes> {
  const times: number[] = [];
  let cpu = Number.POSITIVE_INFINITY;
  let last: Answered | null = null;
  for (let run = 0; run <= TO_WARM_UP + RUNS; run++) {
    // What a page was sent before is gone when it asks again.
    last = null;
    const before = process.threadCpuUsage();
    const start = performance.now();
    last = await ask();
    times.push(performance.now() - start);
    const used = process.threadCpuUsage(before);
    if (run > 0) cpu = Math.min(cpu, (used.user + used.system) / 1000);
  }
  const [first = Number.NaN] = times;
  const warm = times.slice(1 + TO_WARM_UP).toSorted((a, b) => a - b);
  return {
    name,
    first,
    median: warm[RUNS >> 1] ?? Number.NaN,
    cpu,
    cells: last?.cells ?? 0,
    sum: last?.sum() ?? null,
  };
}

/** The last line of a case that asks several questions. */
export function reportTimes(times: readonly QuestionTimes[], bytes = 0): void {
  for (const { name, first, median, cpu, cells } of times)
    process.stderr.write(
      `${name.padEnd(38)} first ${first.toFixed(1).padStart(8)}  median ${median.toFixed(1).padStart(7)}  cpu ${cpu.toFixed(1).padStart(7)}  ${cells} cells\n`,
    );
  report(
    times.reduce((sum, { median }) => sum + median, 0),
    JSON.stringify({ bytes, times }),
  );
}
