import { useTranslation } from 'react-i18next';
import type { EntryKind } from '#shared/entry-kinds.ts';
import type { EntryCheck, EntryFault } from '#shared/entry.ts';
import { formatNumber } from '#shared/format.ts';
import type { ImportRecord } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import type { EntryDraft, EntryRows } from '../../state/entry-slice.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { showToast } from '../../ui/toast.tsx';
import { isBlank } from './draft.model.ts';

interface Saving {
  readonly kind: EntryKind;
  readonly table: EntryDraft;
  readonly saved: ImportRecord | null;
  readonly set: (draft: EntryDraft | null) => void;
  readonly settle: (sent: EntryRows, read: EntryRows, next: EntryDraft | null) => void;
  readonly onFaults: (sent: EntryRows, check: EntryCheck, first: EntryFault) => void;
}

/** Saves the table in place of the one before, or shows what keeps it from being saved. Saving can be taken back. */
export function useSave({ kind, table, saved, set, settle, onFaults }: Saving) {
  const { t } = useTranslation();
  const locale = useLocale();
  const saving = useHostCommand('entry.save');
  const undoing = useHostCommand('import.undo');
  const undo = (id: number): void => {
    set(null);
    undoing.mutate({ id }, { onSuccess: () => showToast({ title: t('entry:undone') }) });
  };
  const save = (): void => {
    const { rows, mark } = table;
    saving.mutate(
      { kind, mark, rows: rows.map((row) => [...row]), name: t('entry:name') },
      {
        onSuccess: ({ saved: now, ...check }) => {
          const [first] = check.faults;
          if (first !== undefined) return onFaults(rows, check, first);
          const read = check.rows;
          if (now === null || now.id === saved?.id) return settle(rows, read, null);
          const stored = read.filter((row) => !isBlank(row));
          settle(rows, read, { mark, rows: stored, past: [], future: [], savedAs: now.id });
          showToast({
            tone: 'good',
            title: t('entry:saved', { count: now.rows, n: formatNumber(now.rows, locale) }),
            action: { label: t('entry:undo'), onClick: () => undo(now.id) },
          });
        },
      },
    );
  };
  return { save, isBusy: saving.isPending || undoing.isPending };
}
