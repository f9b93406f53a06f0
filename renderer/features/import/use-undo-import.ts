import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { ImportRecord } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHost } from '../../transport/host-context.tsx';
import { valueOf } from '../../transport/host-failure.ts';
import { refreshAfterCommand } from '../../transport/use-host-query.ts';
import { showToast } from '../../ui/toast.tsx';

/** Takes an import back whole, at once: the file can be imported again, so nothing is asked. */
export function useUndoImport() {
  const { t } = useTranslation('data');
  const locale = useLocale();
  const host = useHost();
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['import.undo'],
    mutationFn: async ({ id }: ImportRecord) => valueOf(await host.call('import.undo', { id })),
    onSuccess: async (_, { file, rows }) => {
      await refreshAfterCommand(client);
      showToast({
        title: t('imports.undone', { file: file.name }),
        text: t('imports.undoneText', { n: formatNumber(rows, locale) }),
      });
    },
  });
}
