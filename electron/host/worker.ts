import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { createHost } from './create-host.ts';
import { logToStderr } from './failures.ts';
import { answer, type ReplyMessage, type RequestMessage, type WorkerStart } from './worker-messages.ts';

/** Thread that owns the workspace. Started by `worker-client.ts` only, which sends well-formed messages. */
const port = parentPort;
if (port !== null) {
  const { settings, stops } = workerData as WorkerStart;
  const nextStop = (): string | null => (receiveMessageOnPort(stops)?.message as string | undefined) ?? null;
  const host = createHost(settings, logToStderr, nextStop);
  port.on('message', (message: RequestMessage) => {
    const { id, request } = message;
    void answer(host, request).then((result) => {
      port.postMessage({ id, result } satisfies ReplyMessage);
      if (request.do === 'close') port.close();
    });
  });
}
