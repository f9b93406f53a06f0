/** A closed tab may be a reload: this long it is waited for. */
export const AFTER_LAST_TAB_MS = 60_000;
/** Three heartbeats missed and one timer slowed down by a browser that keeps the tab in the background. */
export const SILENT_TAB_MS = 150_000;
export const IDLE_MS = 30 * 60_000;
const LOOK_EVERY_MS = 5_000;

/**
 * Ends the program when nobody looks at it any more: a minute after the last tab said it was closed, after a silence of
 * its heartbeat, or half an hour after the last request when no tab ever came.
 */
export class Lifecycle {
  readonly #tabs = new Map<string, number>();
  #lastRequest = performance.now();
  #lastTabLeft: number | null = null;
  #busy = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(onEnd: () => void) {
    this.#timer = setInterval(() => {
      if (!this.#isOver(performance.now())) return;
      this.stop();
      onEnd();
    }, LOOK_EVERY_MS);
  }

  /** A request with a token has begun; its end is told by calling the result. */
  request(): () => void {
    this.#busy++;
    this.#lastRequest = performance.now();
    return () => {
      this.#busy--;
      this.#lastRequest = performance.now();
    };
  }

  alive(tab: string): void {
    this.#tabs.set(tab, performance.now());
    this.#lastTabLeft = null;
  }

  leaving(tab: string): void {
    this.#tabs.delete(tab);
    if (this.#tabs.size === 0) this.#lastTabLeft = performance.now();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #isOver(now: number): boolean {
    if (this.#busy > 0) return false;
    for (const [tab, at] of this.#tabs) {
      if (now - at > SILENT_TAB_MS) this.leaving(tab);
    }
    if (this.#tabs.size > 0) return false;
    if (this.#lastTabLeft !== null) return now - Math.max(this.#lastTabLeft, this.#lastRequest) >= AFTER_LAST_TAB_MS;
    return now - this.#lastRequest >= IDLE_MS;
  }
}
