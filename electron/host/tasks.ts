import { AppError } from '#shared/errors.ts';
import type { TaskState } from '#shared/contract.ts';

/** A long command under way: what it reports, and whether it has been asked to stop. */
export class Task {
  #state: TaskState = { step: 'waiting', done: 0, total: null };
  readonly #stop = new AbortController();

  get state(): TaskState {
    return this.#state;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  cancel(): void {
    this.#stop.abort();
  }

  report(step: string, done: number, total: number | null): void {
    this.#state = { step, done, total };
  }

  throwIfCancelled(): void {
    if (this.signal.aborted) throw new AppError('E_CANCELLED', 'Cancelled; nothing was changed.');
  }

  /** Lets waiting messages in (`task.state`, `task.cancel`), then goes on unless cancelled. */
  async breathe(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.throwIfCancelled();
  }
}

/** The tasks under way by the id their caller chose. */
export class Tasks {
  readonly #running = new Map<string, Task>();

  start(id: string): Task {
    if (this.#running.has(id)) throw new AppError('E_BAD_REQUEST', 'This task id is in use.', { problem: 'taskId' });
    const task = new Task();
    this.#running.set(id, task);
    return task;
  }

  end(id: string): void {
    this.#running.delete(id);
  }

  state(id: string): TaskState | null {
    return this.#running.get(id)?.state ?? null;
  }

  cancel(id: string): void {
    this.#running.get(id)?.cancel();
  }

  cancelAll(): void {
    for (const task of this.#running.values()) task.cancel();
  }
}
