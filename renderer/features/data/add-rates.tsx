import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { withRates, type Rate } from '#shared/rates.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { typedRates } from './rates.model.ts';

interface AddRatesProps {
  readonly rates: readonly Rate[];
  readonly base: string;
  readonly onClose: () => void;
  readonly onSave: (rates: readonly Rate[], title: string) => void;
}

/** Rates typed or pasted, one a line, read as they are written. */
export function AddRates({ rates, base, onClose, onSave }: AddRatesProps) {
  const { t } = useTranslation('data');
  const locale = useLocale();
  const [text, setText] = useState('');
  const typed = typedRates(t, text, base, locale);
  const count = { count: typed.rates.length, n: formatNumber(typed.rates.length, locale) };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('rates.addTitle')}
      sub={t('rates.addText')}
      closeLabel={t('rates.cancel')}
      actions={
        <>
          <Button onClick={onClose}>{t('rates.cancel')}</Button>
          <Button
            look="primary"
            disabled={typed.rates.length === 0 || typed.error !== null}
            onClick={() => {
              onSave(withRates(rates, typed.rates), t('rates.saved', count));
              onClose();
            }}
          >
            {t('rates.save', count)}
          </Button>
        </>
      }
    >
      <TextArea
        rows={8}
        label={t('rates.field')}
        placeholder={t('rates.example')}
        value={text}
        onChange={setText}
        error={typed.error}
      />
    </Dialog>
  );
}
