import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '#shared/contract.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHost } from '../../transport/host-context.tsx';
import { valueOf } from '../../transport/host-failure.ts';
import { allSent } from '../../transport/in-turn.ts';
import { refreshAfterCommand } from '../../transport/use-host-query.ts';
import { useWizard } from '../import/use-wizard.ts';
import { workspaceNameFrom } from './start-screen.model.ts';

/** The ways in: a file, an empty workspace, an old one, the sample. Each ends with a workspace open. */
export type Way =
  | { readonly by: 'files'; readonly files: readonly File[] }
  | { readonly by: 'name'; readonly name: string }
  | { readonly by: 'recent'; readonly id: string }
  | { readonly by: 'picker' }
  | { readonly by: 'sample'; readonly taskId: string };

export function useStart() {
  const { t } = useTranslation('start');
  const host = useHost();
  const client = useQueryClient();
  const wizard = useWizard();

  const openWorkspace = async (way: Way): Promise<WorkspaceInfo | null> => {
    await allSent();
    switch (way.by) {
      case 'files': {
        const name = workspaceNameFrom(way.files[0]?.name ?? '') ?? t('new.title');
        return valueOf(await host.call('workspace.create', { name }));
      }
      case 'name':
        return valueOf(await host.call('workspace.create', { name: way.name }));
      case 'recent':
        return valueOf(await host.call('workspace.open', { id: way.id }));
      case 'picker': {
        const picked = host.pickWorkspace === null ? null : valueOf(await host.pickWorkspace());
        return picked === null ? null : valueOf(await host.call('workspace.open', { id: picked.id }));
      }
      case 'sample':
        return valueOf(await host.call('workspace.sample', { taskId: way.taskId, name: t('sample.name') }));
    }
  };

  return useMutation({
    mutationKey: ['start'],
    mutationFn: openWorkspace,
    meta: { quiet: true },
    onSuccess: async (workspace, way) => {
      if (workspace === null) return;
      const { goTo } = useAppStore.getState();
      await wizard.leave();
      if (way.by === 'files') void wizard.start(way.files);
      goTo(way.by === 'files' || way.by === 'name' ? 'import' : 'overview');
      await refreshAfterCommand(client);
    },
  });
}
