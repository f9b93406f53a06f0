import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lifecycle } from '../../electron/serve/lifecycle.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
let end = vi.fn<() => void>();
let life: Lifecycle;

beforeEach(() => {
  vi.useFakeTimers();
  end = vi.fn<() => void>();
  life = new Lifecycle(end);
});
afterEach(() => {
  life.stop();
  vi.useRealTimers();
});

describe('the program ends', () => {
  it('a minute after the last tab said it was closed', () => {
    life.alive('a');
    life.leaving('a');
    vi.advanceTimersByTime(55 * SECOND);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10 * SECOND);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('after thirty minutes without any page', () => {
    vi.advanceTimersByTime(29 * MINUTE);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2 * MINUTE);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('after a tab that fell silent', () => {
    life.alive('a');
    vi.advanceTimersByTime(4 * MINUTE);
    expect(end).toHaveBeenCalledTimes(1);
  });
});

describe('the program goes on', () => {
  it('while a tab beats, even once a minute as in the background', () => {
    for (let n = 0; n < 90; n++) {
      life.alive('a');
      vi.advanceTimersByTime(MINUTE);
    }
    expect(end).not.toHaveBeenCalled();
  });

  it('after a reload', () => {
    life.alive('a');
    life.leaving('a');
    vi.advanceTimersByTime(2 * SECOND);
    life.alive('a');
    vi.advanceTimersByTime(100 * SECOND);
    expect(end).not.toHaveBeenCalled();
  });

  it('when one of two tabs closes', () => {
    life.alive('a');
    life.alive('b');
    life.leaving('a');
    vi.advanceTimersByTime(100 * SECOND);
    expect(end).not.toHaveBeenCalled();
  });

  it('during a long request', () => {
    const done = life.request();
    vi.advanceTimersByTime(60 * MINUTE);
    expect(end).not.toHaveBeenCalled();
    done();
    vi.advanceTimersByTime(31 * MINUTE);
    expect(end).toHaveBeenCalledTimes(1);
  });
});
