import { contract, type Method, type Output, type ParsedInput, type Transport } from '#shared/contract.ts';
import type { Result } from '#shared/errors.ts';
import { attempt, failed, type Log } from './failures.ts';
import { Queue } from './queue.ts';
import { Task, taskIdOf, type Tasks } from './tasks.ts';

export type Handler<M extends Method> = (input: ParsedInput<M>, task: Task) => Output<M> | Promise<Output<M>>;
export type Handlers = { readonly [M in Method]: Handler<M> };

export interface DispatcherOptions {
  readonly tasks: Tasks;
  readonly log: Log;
  /** Outputs are held against the contract as well: for tests; it costs a pass over every answer. */
  readonly checkOutputs: boolean;
}

/** Answered while a long command runs. */
const atOnce: ReadonlySet<Method> = new Set<Method>([
  'app.info',
  'task.state',
  'task.cancel',
  'watch.state',
  'watch.start',
  'watch.stop',
  'watch.direct',
  'watch.answer',
]);

/**
 * Long commands that pause between their steps and change nothing before the last one: queries are answered in the pauses,
 * from the state before. All other methods wait for their turn.
 */
const letsQueriesIn: ReadonlySet<Method> = new Set<Method>([
  'import.inspect',
  'import.commit',
  'import.commitTables',
  'import.saveRejected',
  'data.export',
]);
/** Long queries that pause between their steps and start again, or go on with what they have read, when the data has changed: nothing waits for them. */
const holdsUpNothing: ReadonlySet<Method> = new Set<Method>([
  'names.dimensions',
  'names.suggestions',
  'list.unmatched',
  'forecast.backTest',
  'forecast.pipelineTest',
]);
/** Read from the file as it stands, with what a running import has written. */
const waitsForImports: ReadonlySet<Method> = new Set<Method>(['mapping.list']);

const isMethod = (name: string): name is Method => Object.hasOwn(contract, name);

/** The contract as a transport: methods by own property, inputs held against their schema, every failure typed. */
export function createDispatcher(handlers: Handlers, { tasks, log, checkOutputs }: DispatcherOptions): Transport {
  const queue = new Queue();
  /** Imports whose turn has not come or not ended, and the last other turn: what a query has to wait for meanwhile. */
  let imports = 0;
  let lastOther: Promise<unknown> = Promise.resolve();

  async function inTurn<T>(method: Method, job: () => Promise<T>): Promise<T> {
    if (contract[method].kind === 'query' && imports > 0 && !waitsForImports.has(method)) {
      await lastOther;
      return job();
    }
    if (holdsUpNothing.has(method)) {
      await queue.run(() => Promise.resolve());
      return job();
    }
    const isImport = letsQueriesIn.has(method);
    if (isImport) imports++;
    const turn = queue.run(job);
    if (!isImport) lastOther = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      if (isImport) imports--;
    }
  }

  async function run<M extends Method>(method: M, input: ParsedInput<M>): Promise<Result<unknown>> {
    const id = atOnce.has(method) ? null : taskIdOf(input);
    return attempt(async () => {
      const task = id === null ? new Task() : tasks.start(id);
      const job = async (): Promise<unknown> => {
        task.throwIfCancelled();
        const output = await handlers[method](input, task);
        return checkOutputs ? contract[method].output.parse(output) : output;
      };
      try {
        return await (atOnce.has(method) ? job() : inTurn(method, job));
      } finally {
        if (id !== null) tasks.end(id);
      }
    }, log);
  }

  return async (method, input) => {
    if (!isMethod(method)) return failed('E_UNKNOWN_METHOD', 'There is no such method.');
    const parsed = contract[method].input.safeParse(input);
    if (parsed.success) return run(method, parsed.data);
    const issue = parsed.error.issues[0];
    return failed('E_BAD_REQUEST', 'The request does not fit the contract.', {
      method,
      at: issue?.path.join('.') ?? '',
      problem: issue?.code ?? '',
    });
  };
}
