import type { Locale } from '#shared/format.ts';

/** What a command may touch besides its host. */
export interface Io {
  readonly locale: Locale;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
