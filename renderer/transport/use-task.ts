import { useQuery } from '@tanstack/react-query';
import { useHost } from './host-context.tsx';
import { valueOf } from './host-failure.ts';

const POLL_MS = 200;

/** Progress of a running task, polled while `taskId` is set; `cancel` asks the host to stop it. */
export function useTask(taskId: string | null) {
  const host = useHost();
  const { data } = useQuery({
    queryKey: ['task.state', taskId],
    queryFn: async () => valueOf(await host.call('task.state', { taskId: taskId ?? '' })),
    enabled: taskId !== null,
    refetchInterval: POLL_MS,
    gcTime: 0,
  });
  return {
    state: data ?? null,
    cancel: async (): Promise<void> => {
      if (taskId !== null) await host.call('task.cancel', { taskId });
    },
  };
}
