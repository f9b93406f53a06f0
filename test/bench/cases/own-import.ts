import { monitorEventLoopDelay } from 'node:perf_hooks';
import { withOwnHost } from '../own-host.ts';
import { report } from '../run-case.ts';

/** Ours: from the file to committed rows with receipt and segments. */
await withOwnHost(async ({ importFile }) => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const { rows } = await importFile();
  const milliseconds = performance.now() - start;
  delay.disable();
  report(milliseconds, `${rows} rows; shell's event loop p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms`);
});
