import { useTranslation } from 'react-i18next';
import type { EntryKind } from '#shared/entry-kinds.ts';
import type { EntryFault } from '#shared/entry.ts';
import { formatNumber } from '#shared/format.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { faultWords } from './fault-words.model.ts';

const SHOWN = 4;

interface EntryFaultsProps {
  readonly kind: EntryKind;
  readonly faults: readonly EntryFault[];
  readonly onShow: (fault: EntryFault) => void;
}

/** The cells that keep the table from being saved, each a way to it. */
export function EntryFaults({ kind, faults, onShow }: EntryFaultsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { currency } = useWorkspace().settings;
  const n = (count: number): string => formatNumber(count, locale);
  const hidden = faults.length - SHOWN;
  return (
    <Notice tone="bad" title={t('entry:faults.title', { count: faults.length, n: n(faults.length) })}>
      <ul className="entry-faults">
        {faults.slice(0, SHOWN).map((fault) => (
          <li key={`${String(fault.row)} ${fault.field}`}>
            <Button look="link" onClick={() => onShow(fault)}>
              {t('entry:faults.at', { row: n(fault.row), fault: faultWords(t, kind, fault, currency) })}
            </Button>
          </li>
        ))}
        {hidden > 0 && <li className="muted">{t('entry:faults.more', { count: hidden, n: n(hidden) })}</li>}
      </ul>
    </Notice>
  );
}
