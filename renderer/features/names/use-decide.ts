import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { showToast } from '../../ui/toast.tsx';

type Pair = readonly [string, string];

/** Decides about names of a dimension. Each decision works at once and says how to take it back. */
export function useDecide(dimension: string) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { id: workspace } = useWorkspace();
  const viewNames = useAppStore((state) => state.viewNames);
  const merging = useHostCommand('names.merge');
  const undoing = useHostCommand('names.undoMerge');
  const parting = useHostCommand('names.keepApart');
  const undoMerge = (id: number): void =>
    undoing.mutate({ id }, { onSuccess: () => showToast({ title: t('names:undone') }) });
  const merge = (names: readonly string[], into: string): void => {
    // What has been decided stays in sight, also when another dimension has suggestions left.
    viewNames(workspace, dimension);
    merging.mutate(
      { dimension, names: [...names], into: into.trim() },
      {
        onSuccess: ({ id }) =>
          showToast({
            title: t('names:merged', {
              count: names.length,
              n: formatNumber(names.length, locale),
              name: names[0] ?? '',
              into: into.trim(),
            }),
            action: { label: t('names:undo'), onClick: () => undoMerge(id) },
          }),
      },
    );
  };
  const setApart = ([a, b]: Pair, apart: boolean): void => {
    viewNames(workspace, dimension);
    parting.mutate(
      { dimension, names: [a, b], apart },
      {
        onSuccess: () => {
          if (!apart) return;
          showToast({
            title: t('names:apart.done'),
            text: t('names:pair', { a, b }),
            action: { label: t('names:undo'), onClick: () => setApart([a, b], false) },
          });
        },
      },
    );
  };
  return { merge, undoMerge, setApart, busy: merging.isPending || undoing.isPending || parting.isPending };
}
