import { parentPort, workerData } from 'node:worker_threads';
import { createHost } from './create-host.ts';
import type { HostSettings } from './host-settings.ts';
import { answer, type ReplyMessage, type RequestMessage } from './worker-messages.ts';

/** Thread that owns the workspace. Started by `worker-client.ts` only, which sends well-formed messages. */
const port = parentPort;
if (port !== null) {
  const host = createHost(workerData as HostSettings);
  port.on('message', (message: RequestMessage) => {
    const { id, request } = message;
    void answer(host, request).then((result) => {
      port.postMessage({ id, result } satisfies ReplyMessage);
      if (request.do === 'close') port.close();
    });
  });
}
