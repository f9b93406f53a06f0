import type { Input, Method, Output } from '#shared/contract.ts';
import type { Result } from '#shared/errors.ts';
import type { HostBridge } from './host-bridge.ts';

/** Queries over all rows, which may take long: the host stops them when nobody waits for their answer any more. */
const STOPPABLE: ReadonlySet<Method> = new Set<Method>([
  'question.ask',
  'question.grid',
  'question.benchmarks',
  'question.explain',
  'question.rows',
  'told.explain',
  'told.rows',
  'report.content',
]);

export const stopsWhenLeft = (method: Method): boolean => STOPPABLE.has(method);

/** Asks under a task of its own, which is cancelled when the signal says that the answer is no longer wanted. */
export async function askUntil<M extends Method>(
  signal: AbortSignal,
  host: HostBridge,
  method: M,
  input: Input<M>,
): Promise<Result<Output<M>>> {
  const taskId = crypto.randomUUID();
  const stop = (): void => void host.call('task.cancel', { taskId });
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await host.call(method, { ...input, taskId });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
