import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
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
    queryFn: async (): Promise<FirstAnswer | null> => {
      let first: FirstAnswer | null = null;
      for (const { question, ...options } of asked) {
        const found = { question, answer: await client.fetchQuery(options) };
        if (suits(found.answer)) return found;
        first ??= found;
      }
      return first;
    },
    enabled: asked.length > 0,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}
