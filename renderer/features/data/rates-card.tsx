import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { sortedRates, type Rate } from '#shared/rates.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { showToast } from '../../ui/toast.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { AddRates } from './add-rates.tsx';
import { fromText, rateText } from './rates.model.ts';

/** The user's own rates, and the currencies whose rows wait for one. Each change works at once and can be taken back. */
export function RatesCard() {
  const { t } = useTranslation('data');
  const locale = useLocale();
  const { settings, readonly } = useWorkspace();
  const [adding, setAdding] = useState(false);
  const { rates = [], missing = [] } = useHostQuery('rates.list', {}, { keep: true }).data ?? {};
  const save = useHostCommand('rates.save');
  const change = (next: readonly Rate[], title: string): void =>
    save.mutate(
      { rates: [...next] },
      {
        onSuccess: () =>
          showToast({
            title,
            action: { label: t('rates.undo'), onClick: () => save.mutate({ rates: [...rates] }) },
          }),
      },
    );
  return (
    <Card title={t('rates.title')} sub={t('rates.sub', { base: settings.currency })}>
      {missing.length > 0 && (
        <ul className="data-missing-rates">
          {missing.map(({ currency, rows }) => (
            <li key={currency}>{t('rates.missing', { count: rows, n: formatNumber(rows, locale), currency })}</li>
          ))}
        </ul>
      )}
      {rates.length === 0 ? (
        missing.length === 0 && <p className="muted">{t('rates.none')}</p>
      ) : (
        <Table
          className="data-rates"
          caption={t('rates.caption')}
          rows={sortedRates(rates)}
          rowKey={({ currency, from }) => `${currency} ${from}`}
          columns={[
            { key: 'currency', header: t('rates.currency'), rowHeader: true, cell: ({ currency }) => currency },
            { key: 'from', header: t('rates.from'), cell: (rate) => fromText(t, rate, locale) },
            { key: 'rate', header: t('rates.rate'), number: true, cell: (rate) => rateText(rate, locale) },
            {
              key: 'actions',
              header: <VisuallyHidden>{t('rates.actions')}</VisuallyHidden>,
              width: '28px',
              cell: (rate) => (
                <IconButton
                  icon="close"
                  disabled={readonly || save.isPending}
                  label={t('rates.remove', { currency: rate.currency, from: fromText(t, rate, locale) })}
                  onClick={() =>
                    change(
                      rates.filter((one) => one !== rate),
                      t('rates.removed'),
                    )
                  }
                />
              ),
            },
          ]}
        />
      )}
      <Button className="data-add-rates" disabled={readonly} onClick={() => setAdding(true)}>
        {t('rates.add')}
      </Button>
      {adding && <AddRates rates={rates} base={settings.currency} onClose={() => setAdding(false)} onSave={change} />}
    </Card>
  );
}
