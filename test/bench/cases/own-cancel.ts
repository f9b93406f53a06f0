import { setTimeout as wait } from 'node:timers/promises';
import { withOwnHost } from '../own-host.ts';
import { report } from '../run-case.ts';

/** From pressing Cancel in the middle of reading to the answer: the worst of five moments. */
await withOwnHost(async ({ call, inspect }) => {
  let worst = 0;
  for (const after of [300, 600, 900, 1200, 1500]) {
    const taskId = `after-${after}`;
    const inspected = inspect(taskId).then(
      () => 'read to its end',
      (error: unknown) => String(error),
    );
    await wait(after);
    const pressed = performance.now();
    await call('task.cancel', { taskId });
    const outcome = await inspected;
    if (!outcome.includes('E_CANCELLED')) throw new Error(`not cancelled after ${after} ms: ${outcome}`);
    worst = Math.max(worst, performance.now() - pressed);
  }
  report(worst, 'worst of 5');
});
