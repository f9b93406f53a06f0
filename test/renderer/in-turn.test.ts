import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '#shared/errors.ts';
import { allSent, PATIENCE_MS, removeInTurn, saveInTurn } from '../../renderer/transport/in-turn.ts';

const ok = (value: unknown): Result<unknown> => ({ ok: true, value });

/** Calls as they are sent, each answered when told to. */
function calls() {
  const sent: string[] = [];
  const answers: (() => void)[] = [];
  const send = (name: string) => (): Promise<Result<unknown>> => {
    sent.push(name);
    return new Promise((resolve) => answers.push(() => resolve(ok(name))));
  };
  return { sent, send, answer: () => answers.shift()?.() };
}
const microtasks = async (): Promise<void> => {
  for (let at = 0; at < 20; at++) await Promise.resolve();
};

describe('what is saved in turn', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('sends the newest of what waits, and never past a removal', async () => {
    const { sent, send, answer } = calls();
    const first = saveInTurn('a', 'view 1', send('first'));
    await microtasks();
    const second = saveInTurn('a', 'view 1', send('second'));
    const third = saveInTurn('a', 'view 1', send('third'));
    void saveInTurn('a', 'view 2', send('other'));
    void removeInTurn('a', 'view 1', send('removed'));
    void saveInTurn('a', 'view 1', send('back'));
    await microtasks();
    expect(sent).toEqual(['first']);
    for (let at = 0; at < 5; at++) {
      answer();
      await microtasks();
    }
    expect(sent).toEqual(['first', 'third', 'other', 'removed', 'back']);
    expect(await Promise.all([first, second, third])).toEqual([ok('first'), ok('third'), ok('third')]);
  });

  it('keeps workspaces apart, and opens another once all is sent', async () => {
    const { sent, send, answer } = calls();
    const opened = vi.fn<() => void>();
    void saveInTurn('b', 'view 1', send('b'));
    void saveInTurn('c', 'view 1', send('c'));
    await microtasks();
    expect(sent).toEqual(['b', 'c']);
    void allSent().then(opened);
    answer();
    await microtasks();
    expect(opened).not.toHaveBeenCalled();
    answer();
    await microtasks();
    expect(opened).toHaveBeenCalledOnce();
  });

  it('goes on after a call that fails, and after one that never answers', async () => {
    vi.useFakeTimers();
    const { sent, send } = calls();
    const failed = saveInTurn('d', 'view 1', () => Promise.reject(new Error('gone')));
    await expect(failed).rejects.toThrow('gone');
    void saveInTurn('d', 'view 1', send('silent'));
    await microtasks();
    void saveInTurn('d', 'view 2', send('next'));
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    expect(sent).toEqual(['silent']);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['silent', 'next']);
  });
});
