import { parentPort, workerData } from 'node:worker_threads';

/** A host thread that answers until it is told to die: for the tests of `worker-client.ts`. */
const port = parentPort;
const { settings } = workerData as { readonly settings: unknown };
const started: unknown[] = [];
port?.on('message', ({ id, request }: { id: number; request: { do: string; method?: string } }) => {
  started.push(request);
  if (request.method === 'die') process.exit(1);
  if (request.method === 'throw') throw new Error('uncaught');
  if (request.method === 'silence') return;
  port.postMessage({ id, result: { ok: true, value: request.method === 'seen' ? started : { id: 'w1', settings } } });
  if (request.do === 'close') port.close();
});
