import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { formatFull } from '#shared/format.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Lines } from '../passport/section.tsx';
import { benchmarkLines } from './benchmarks.model.ts';
import { ReferenceForm } from './reference-form.tsx';

/** What to hold a KPI against: its last and best closed period, and a value from elsewhere that the user sets. */
export function AgainstSection({ entry, period }: { readonly entry: KpiEntry; readonly period: string }) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const { settings, readonly } = useWorkspace();
  const [writing, setWriting] = useState(false);
  const { kpi, unit } = entry;
  const asked = { kpis: [kpi], period };
  const found = useHostQuery('question.benchmarks', asked, { keep: true }).data?.[0];
  const reference = settings.references[kpi] ?? null;
  const lines = benchmarkLines(found, asked, (value) => formatFull(value, unit, format), t, format.locale);
  return (
    <section className="kpi-detail-part">
      <h3>{t('library:against.title')}</h3>
      {lines.length > 0 && <Lines lines={lines} />}
      {writing ? (
        <ReferenceForm entry={entry} reference={reference} onDone={() => setWriting(false)} />
      ) : (
        !readonly && (
          <p>
            <Button look="link" onClick={() => setWriting(true)}>
              {t(reference === null ? 'library:against.set' : 'library:against.edit')}
            </Button>
          </p>
        )
      )}
    </section>
  );
}
