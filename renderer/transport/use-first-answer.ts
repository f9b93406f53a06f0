import {
  CancelledError,
  keepPreviousData,
  useQuery,
  useQueryClient,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import type { Answer, QuestionInput } from '#shared/question.ts';
import { useHost } from './host-context.tsx';
import { hostQuery } from './use-host-query.ts';
import { useWorkspaceQuery } from './use-workspace.ts';

export interface FirstAnswer {
  readonly question: QuestionInput;
  readonly answer: Answer;
}

/** Asks one question after another until an answer suits; where none does, the first stands. Without questions nothing is asked. */
export function useFirstAnswer(questions: readonly QuestionInput[], suits: (answer: Answer) => boolean) {
  const host = useHost();
  const client = useQueryClient();
  const { data: workspace } = useWorkspaceQuery();
  const asked = questions.map((question) => ({ question, ...hostQuery(host, workspace, 'question.ask', question) }));
  return useQuery({
    queryKey: ['first answer', ...asked.map(({ queryKey }) => queryKey)],
    queryFn: async ({ signal }): Promise<FirstAnswer | null> => {
      let first: FirstAnswer | null = null;
      for (const { question, ...options } of asked) {
        if (signal.aborted) return null;
        signal.onabort = () => stopUnseen(client, options.queryKey);
        const found = { question, answer: await client.fetchQuery(options) };
        if (suits(found.answer)) return found;
        first ??= found;
      }
      return first;
    },
    // A question that another part of the screen asked first is stopped when that part is left: then it is asked again.
    retry: (_, error) => error instanceof CancelledError,
    retryDelay: 0,
    enabled: asked.length > 0,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}

/** Stops a question that no other part of the screen waits for. */
function stopUnseen(client: QueryClient, queryKey: QueryKey): void {
  const asked = client.getQueryCache().find({ queryKey, exact: true });
  if (asked?.getObserversCount() === 0) void client.cancelQueries({ queryKey, exact: true });
}
