import type { Result } from '#shared/errors.ts';

type Send = () => Promise<Result<unknown>>;

interface Turn {
  send: Send;
  readonly answer: Promise<Result<unknown>>;
}

interface Queue {
  last: Promise<unknown>;
  /** Saves that are not sent yet, by what they save. */
  readonly waiting: Map<string, Turn>;
}

/** A call without an answer holds up the next for no longer. */
export const PATIENCE_MS = 5000;

/** By workspace. */
const queues = new Map<string | null, Queue>();

function queueOf(workspace: string | null): Queue {
  const queue = queues.get(workspace) ?? { last: Promise.resolve(), waiting: new Map<string, Turn>() };
  queues.set(workspace, queue);
  return queue;
}

/** One after the other: two that are under way together may be stored the other way round. */
function sendAfter(queue: Queue, send: Send): Turn['answer'] {
  const answer = queue.last.then(send);
  const settled = answer.catch(() => undefined);
  queue.last = queue.last.then(() => Promise.race([settled, new Promise((go) => setTimeout(go, PATIENCE_MS))]));
  return answer;
}

/** Saves in turn; of saves of the same thing that are not sent yet only the newest is. */
export function saveInTurn(workspace: string | null, thing: string, send: Send): Turn['answer'] {
  const queue = queueOf(workspace);
  const { waiting } = queue;
  const unsent = waiting.get(thing);
  if (unsent !== undefined) {
    unsent.send = send;
    return unsent.answer;
  }
  const answer = sendAfter(queue, () => {
    if (waiting.get(thing) === turn) waiting.delete(thing);
    return turn.send();
  });
  const turn: Turn = { send, answer };
  waiting.set(thing, turn);
  return answer;
}

/** Removes in turn: what is saved after it comes after it. */
export function removeInTurn(workspace: string | null, thing: string, send: Send): Turn['answer'] {
  const queue = queueOf(workspace);
  queue.waiting.delete(thing);
  return sendAfter(queue, send);
}

/** Once nothing waits to be stored: what is sent later is stored in the workspace that is open then. */
export async function allSent(): Promise<void> {
  await Promise.all([...queues.values()].map(({ last }) => last));
}
