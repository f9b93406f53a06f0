import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { formatFull } from '#shared/format.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { Value } from './kpi-value.tsx';
import { usePeriod } from './period-chip.tsx';
import { ReferenceForm } from './reference-form.tsx';
import { useSettings } from './use-settings.ts';
import { useValues } from './use-values.ts';

/** Values from elsewhere that KPIs are held against, beside what they come to, and a way to set more of them. */
export function ReferencesCard() {
  const { t } = useTranslation();
  const words = useKpiWords();
  const format = useFormatContext();
  const { settings, disabled } = useSettings();
  const { period, name: periodText } = usePeriod();
  const entries = useHostQuery('catalogue.kpis', {}, { keep: true }).data ?? [];
  const [writing, setWriting] = useState<string | null>(null);
  const { references } = settings;
  const possible = entries.filter((entry) => entry.possible);
  const held = possible.filter(({ kpi }) => references[kpi] !== undefined);
  const values = useValues(held.map(({ kpi }) => kpi), period); // prettier-ignore
  const written = possible.find(({ kpi }) => kpi === writing);
  const free = possible.filter(({ kpi }) => references[kpi] === undefined || kpi === writing);
  const referenceOf = ({ kpi, unit }: KpiEntry): string => {
    const reference = references[kpi];
    return reference === undefined ? '' : formatFull(reference.value, unit, format);
  };
  return (
    <Card title={t('library:references.title')} sub={t('library:references.sub')} className="kpi-rule-card">
      {held.length > 0 && (
        <Table
          caption={t('library:references.title')}
          rows={held}
          rowKey={({ kpi }) => kpi}
          columns={[
            {
              key: 'kpi',
              header: t('library:references.kpi'),
              rowHeader: true,
              cell: ({ kpi }) => (
                <>
                  {words.name(kpi)}
                  <span className="kpi-source">{references[kpi]?.source}</span>
                </>
              ),
            },
            {
              key: 'value',
              header: periodText,
              number: true,
              cell: ({ kpi }) => (
                <Value reference={kpi} name={words.name(kpi)} value={values.get(kpi)} period={period} />
              ),
            },
            { key: 'reference', header: t('library:references.value'), number: true, cell: referenceOf },
            {
              key: 'edit',
              header: '',
              cell: ({ kpi }) => (
                <Button
                  look="link"
                  disabled={disabled}
                  aria-label={t('library:references.editOf', { name: words.name(kpi) })}
                  onClick={() => setWriting(kpi)}
                >
                  {t('library:detail.change')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Select
        showLabel
        label={t('library:references.choose')}
        placeholder={t('library:references.none')}
        disabled={disabled}
        value={writing}
        onChange={setWriting}
        groups={[{ options: free.map(({ kpi }) => ({ value: kpi, label: words.name(kpi) })) }]}
      />
      {written !== undefined && (
        <ReferenceForm
          key={written.kpi}
          entry={written}
          reference={references[written.kpi] ?? null}
          onDone={() => setWriting(null)}
        />
      )}
    </Card>
  );
}
