import type { TestModule } from 'vitest/node';
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
function tallyOf(modules: readonly TestModule[], strayErrors: number): Tally {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  const broken = modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .filter((part) => part.errors().length > 0).length;
  return {
    passed: count('passed'),
    failed: count('failed') + count('pending') + broken + strayErrors,
    skipped: count('skipped'),
    reasons: reasonsOf(modules),
  };
}

/** Whether the file was under way when its process ended. */
const cutShort = (module: TestModule): boolean => ['queued', 'pending'].includes(module.state());

async function runOnce(projects: readonly string[], files: readonly string[]) {
  const vitest = await startVitest([...files], { watch: false, run: true, project: [...projects] });
  const modules = vitest.state.getTestModules();
  const strayErrors = vitest.state.getUnhandledErrors().length;
  await vitest.close();
  return { modules, strayErrors };
}

const sum = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  reasons: [...new Set([...a.reasons, ...b.reasons])],
});

/** A browser, a program and its worker may get too little of a busy machine: what fails there is run again with fewer beside it. */
const failedInBrowser = (module: TestModule): boolean => module.project.name === 'e2e' && module.state() === 'failed';

/**
 * Runs the named test projects and reports as they go. Node itself may end a process in which many threads compile
 * (nodejs/node#64500): files cut short so, and files of browser tests that failed, are said and run once more, and what
 * they then do counts. A failure that did not come again stands above, and is named at the end.
 */
export async function runTests(projects: readonly string[]): Promise<Tally> {
  const { modules, strayErrors } = await runOnce(projects, []);
  const again = modules.filter((module) => cutShort(module) || failedInBrowser(module));
  const first = tallyOf(
    modules.filter((module) => !again.includes(module)),
    Math.max(0, strayErrors - modules.filter(cutShort).length),
  );
  if (again.length === 0) return first;
  for (const module of again) {
    console.log(`${cutShort(module) ? 'its process ended' : 'failed'}, run once more: ${module.relativeModuleId}`);
  }
  const second = await runOnce(
    projects,
    again.map(({ moduleId }) => moduleId),
  );
  for (const module of second.modules.filter((each) => each.ok())) {
    console.log(`passed only when run once more: ${module.relativeModuleId}`);
  }
  return sum(first, tallyOf(second.modules, second.strayErrors));
}
