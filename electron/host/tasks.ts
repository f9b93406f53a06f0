import { AppError } from '#shared/errors.ts';
import type { TaskState } from '#shared/contract.ts';

/** A long command under way: what it reports, and whether it has been asked to stop. */
export class Task {
  #state: TaskState = { step: 'waiting', done: 0, total: null };
  readonly #stop = new AbortController();
  readonly #look: () => void;

  /** `look` takes in what has been asked to stop meanwhile. */
  constructor(look: () => void = () => undefined) {
    this.#look = look;
  }

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
    this.#look();
    if (this.signal.aborted) throw new AppError('E_CANCELLED', 'Cancelled; nothing was changed.');
  }

  /** Lets waiting messages in (`task.state`, `task.cancel`), then goes on unless cancelled. */
  async breathe(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.throwIfCancelled();
  }
}

/** The task a request belongs to, by the id its caller chose. */
export function taskIdOf(input: unknown): string | null {
  return typeof input === 'object' && input !== null && 'taskId' in input && typeof input.taskId === 'string'
    ? input.taskId
    : null;
}

/** The tasks under way by the id their caller chose. */
export class Tasks {
  readonly #running = new Map<string, Task>();
  /** Asked to stop before their request was read; it stands before its `task.cancel` among the requests, which clears them. */
  readonly #early = new Set<string>();
  readonly #nextStop: () => string | null;

  /** `nextStop`: ids of tasks to stop that come while the thread is busy, one at a time. */
  constructor(nextStop: () => string | null = () => null) {
    this.#nextStop = nextStop;
  }

  start(id: string): Task {
    if (this.#running.has(id)) throw new AppError('E_BAD_REQUEST', 'This task id is in use.', { problem: 'taskId' });
    const task = new Task(() => this.#look());
    this.#running.set(id, task);
    if (this.#early.delete(id)) task.cancel();
    return task;
  }

  end(id: string): void {
    this.#running.delete(id);
  }

  state(id: string): TaskState | null {
    return this.#running.get(id)?.state ?? null;
  }

  cancel(id: string): void {
    this.#look();
    this.#early.delete(id);
    this.#running.get(id)?.cancel();
  }

  cancelAll(): void {
    for (const task of this.#running.values()) task.cancel();
  }

  #look(): void {
    for (let id = this.#nextStop(); id !== null; id = this.#nextStop()) {
      const task = this.#running.get(id);
      if (task === undefined) this.#early.add(id);
      else task.cancel();
    }
  }
}
