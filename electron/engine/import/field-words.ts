/**
 * Column names of a field in Swedish and English, as `headerWords` writes them, the best first, separated by `|`.
 * `check`: names that may mean something else, taken only when no better column is there.
 */
export interface FieldWords {
  readonly sure: string;
  readonly check?: string;
}

/** By field key. */
export type KindWords = Readonly<Record<string, FieldWords>>;
