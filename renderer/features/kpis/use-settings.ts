import { useTranslation } from 'react-i18next';
import type { Input } from '#shared/contract.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { showToast } from '../../ui/toast.tsx';

type Patch = Input<'workspace.settings'>;

/** Changes settings of the workspace at once, and says so with a way back. */
export function useSettings() {
  const { t } = useTranslation();
  const { settings, readonly } = useWorkspace();
  const save = useHostCommand('workspace.settings');
  // A promise, since what changed a setting (a form, a line) may be gone before the change is done.
  const change = (title: string, patch: Patch, before: Patch): void => {
    const tell = (): void =>
      showToast({ title, action: { label: t('library:undo'), onClick: () => save.mutate(before) } });
    save.mutateAsync(patch).then(tell, () => undefined);
  };
  return { settings, disabled: readonly || save.isPending, readonly, change };
}
