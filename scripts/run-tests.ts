import type { TestModule, Vitest } from 'vitest/node';
import { startVitest } from 'vitest/node';

export type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why tests were skipped, each reason once. */
  readonly reasons: readonly string[];
};

/** The note given to `skip(note)`, or else the nearest title that explains itself: "… (skipped: no browser here)". */
function reasonsOf(modules: readonly TestModule[]): readonly string[] {
  const skipped = modules
    .flatMap((module) => [...module.children.allTests('skipped')])
    .filter(({ parent }) => parent.type === 'module' || parent.errors().length === 0);
  return [
    ...new Set(
      skipped.map((test) => {
        const result = test.result();
        if (result.state === 'skipped' && result.note !== undefined) return result.note;
        return test.parent.type === 'suite' ? test.parent.fullName : `${test.module.relativeModuleId}: ${test.name}`;
      }),
    ),
  ];
}

/** Tests by outcome. A file or suite that broke before its tests ran, and every stray error, is one failure more. */
function tallyOf(vitest: Vitest): Tally {
  const modules = vitest.state.getTestModules();
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  const broken = modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .filter((part) => part.errors().length > 0).length;
  return {
    passed: count('passed'),
    failed: count('failed') + count('pending') + broken + vitest.state.getUnhandledErrors().length,
    skipped: count('skipped'),
    reasons: reasonsOf(modules),
  };
}

/** Runs the named test projects and reports as they go. */
export async function runTests(projects: readonly string[]): Promise<Tally> {
  const vitest = await startVitest([], { watch: false, run: true, project: [...projects] });
  const tally = tallyOf(vitest);
  await vitest.close();
  return tally;
}
