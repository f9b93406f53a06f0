import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { ImportRecord } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHost } from '../../transport/host-context.tsx';
import { valueOf } from '../../transport/host-failure.ts';
import { refreshAfterCommand } from '../../transport/use-host-query.ts';
import { showToast } from '../../ui/toast.tsx';

/** Takes imports of a file back whole, at once, the last first: the file can be imported again, so nothing is asked. */
export function useUndoImport() {
  const { t } = useTranslation('data');
  const locale = useLocale();
  const host = useHost();
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['import.undo'],
    mutationFn: async (records: readonly ImportRecord[]) => {
      try {
        for (const { id } of records.toReversed()) valueOf(await host.call('import.undo', { id }));
      } finally {
        // Before anything is said of it: the numbers are then those without it.
        await refreshAfterCommand(client);
      }
    },
    onSuccess: (_, records) => {
      const isWritten = records.some(({ typed }) => typed === true);
      const rows = records.reduce((sum, record) => sum + record.rows, 0);
      showToast({
        title: t('imports.undone', { file: records[0]?.file.name ?? '' }),
        text: t(isWritten ? 'imports.undoneSaved' : 'imports.undoneText', { n: formatNumber(rows, locale) }),
      });
    },
  });
}
