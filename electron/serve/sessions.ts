import { randomBytes, timingSafeEqual } from 'node:crypto';

export const CODE_LIFETIME_MS = 60_000;
export const MOST_BAD_TRIES = 20;

const secret = (): string => randomBytes(32).toString('base64url');

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * One-time codes and bearer tokens, 256 bits each. A code is good once, for sixty seconds; a token for this run of the
 * program. After twenty wrong tries `onTooMany` is told once.
 */
export class Sessions {
  #codes: { readonly code: string; readonly until: number }[] = [];
  readonly #tokens: string[] = [];
  #badTries = 0;
  readonly #onTooMany: () => void;

  constructor(onTooMany: () => void) {
    this.#onTooMany = onTooMany;
  }

  newCode(): string {
    const code = secret();
    this.#codes.push({ code, until: performance.now() + CODE_LIFETIME_MS });
    return code;
  }

  /** A new token for a code, or null for one that is wrong, used or too old. */
  exchange(code: string): string | null {
    this.#codes = this.#codes.filter(({ until }) => until > performance.now());
    const found = this.#codes.find((entry) => same(entry.code, code));
    if (found === undefined) {
      this.badTry();
      return null;
    }
    this.#codes = this.#codes.filter((entry) => entry !== found);
    const token = secret();
    this.#tokens.push(token);
    return token;
  }

  knows(token: string): boolean {
    return this.#tokens.some((known) => same(known, token));
  }

  badTry(): void {
    this.#badTries++;
    if (this.#badTries === MOST_BAD_TRIES) this.#onTooMany();
  }
}
