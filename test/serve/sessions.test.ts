import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CODE_LIFETIME_MS, MOST_BAD_TRIES, Sessions } from '../../electron/serve/sessions.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('one-time codes', () => {
  it('hold 256 bits and differ', () => {
    const sessions = new Sessions(() => undefined);
    const code = sessions.newCode();
    expect(Buffer.from(code, 'base64url')).toHaveLength(32);
    expect(sessions.newCode()).not.toBe(code);
  });

  it('are good once', () => {
    const sessions = new Sessions(() => undefined);
    const code = sessions.newCode();
    const token = sessions.exchange(code) ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(sessions.knows(token)).toBe(true);
    expect(sessions.exchange(code)).toBeNull();
  });

  it('are good for sixty seconds', () => {
    const sessions = new Sessions(() => undefined);
    const [early, late] = [sessions.newCode(), sessions.newCode()];
    vi.advanceTimersByTime(CODE_LIFETIME_MS - 1);
    expect(sessions.exchange(early)).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(sessions.exchange(late)).toBeNull();
  });

  it('are no tokens', () => {
    const sessions = new Sessions(() => undefined);
    expect(sessions.knows(sessions.newCode())).toBe(false);
    expect(sessions.knows('')).toBe(false);
  });
});

it('tells once after twenty wrong tries, wrong codes counted', () => {
  const stop = vi.fn<() => void>();
  const sessions = new Sessions(stop);
  for (let n = 0; n < MOST_BAD_TRIES - 1; n++) sessions.badTry();
  expect(stop).not.toHaveBeenCalled();
  sessions.exchange('wrong');
  sessions.badTry();
  expect(stop).toHaveBeenCalledTimes(1);
});
