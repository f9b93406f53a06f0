/** Runs one thing after another; of those that come while one is under way only the last. None of them may fail. */
export function lastOnly(): (run: () => Promise<void>) => void {
  let waiting: (() => Promise<void>) | null = null;
  let isRunning = false;
  const go = async (): Promise<void> => {
    isRunning = true;
    while (waiting !== null) {
      const run = waiting;
      waiting = null;
      await run();
    }
    isRunning = false;
  };
  return (run) => {
    waiting = run;
    if (!isRunning) void go();
  };
}
