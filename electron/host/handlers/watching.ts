import type { Handlers } from '../dispatcher.ts';
import type { Watching } from '../watching/watching.ts';

type Group = Pick<Handlers, 'watch.state' | 'watch.start' | 'watch.stop' | 'watch.direct' | 'watch.answer'>;

export function watchHandlers(watching: Watching): Group {
  return {
    'watch.state': () => watching.state(),
    'watch.start': ({ id }) => watching.start(id),
    'watch.stop': () => watching.stop(),
    'watch.direct': ({ direct }) => watching.direct(direct),
    'watch.answer': ({ fileId, answer }) => watching.answer(fileId, answer),
  };
}
