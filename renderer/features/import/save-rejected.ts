import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Input } from '#shared/contract.ts';
import { useHost } from '../../transport/host-context.tsx';
import { valueOf } from '../../transport/host-failure.ts';
import { showToast } from '../../ui/toast.tsx';

/** Saves rejected rows, of a file under reading or of an import, as a spreadsheet to correct. */
export function useSaveRejected() {
  const { t } = useTranslation('import');
  const host = useHost();
  return useMutation({
    mutationKey: ['import.saveRejected'],
    mutationFn: async (input: Input<'import.saveRejected'>) => {
      const download = valueOf(await host.call('import.saveRejected', input));
      valueOf(await host.save(download));
      return download.name;
    },
    onSuccess: (file) => showToast({ title: t('rejected.saved', { file }), tone: 'good' }),
  });
}
