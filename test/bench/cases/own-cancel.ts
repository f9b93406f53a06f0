import { setTimeout as wait } from 'node:timers/promises';
import { withOwnHost } from '../own-host.ts';
import { report } from '../run-case.ts';

/** From pressing Cancel in the middle of reading to the answer: the worst of five moments. */
await withOwnHost(async ({ call, inspect }) => {
  const started = performance.now();
  await inspect('whole');
  const whole = performance.now() - started;
  let worst = 0;
  for (const share of [0.1, 0.25, 0.4, 0.55, 0.7]) {
    const after = Math.round(share * whole);
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
