import { MutationCache, QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { failureSentence } from '../i18n/failure-sentence.ts';
import { failureOf } from '../transport/host-failure.ts';
import { showToast } from '../ui/toast.tsx';

/** Answers never go stale by time: their key carries the workspace's revision. Failed commands say so in the corner. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => {
      if (mutation.meta?.['quiet'] === true) return;
      showToast({ title: failureSentence(i18next.t, failureOf(error)), tone: 'bad' });
    },
  }),
});
