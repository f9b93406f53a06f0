/** What something was before each change, the last one last, and what was taken back, the next one last. */
export interface History<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** What the last edit was writing: letters of one text are one step back. */
  readonly writing: string | null;
}
