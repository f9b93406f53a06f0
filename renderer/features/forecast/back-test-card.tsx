import { useTranslation } from 'react-i18next';
import { verdictOf } from '#shared/forecast-verdict.ts';
import type { Input } from '#shared/contract.ts';
import type { BackTest, HistoryAsk } from '#shared/forecast.ts';
import { formatNumber, formatPercent, NO_VALUE } from '#shared/format.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { ShortageNotes } from './shortage-notes.tsx';

/** How far the history carried on as of earlier periods would have been off. */
export function BackTestCard({ ask }: { readonly ask: HistoryAsk }) {
  const { t } = useTranslation();
  const { data, isPlaceholderData } = useHostQuery('forecast.backTest', ask, { keep: true });
  return <Tested title={t('forecast:backTest.title')} tested={data} stale={isPlaceholderData} />;
}

/** How far the open deals as earlier imports left them would have been off. */
export function PipelineTestCard({ ask }: { readonly ask: Input<'forecast.pipelineTest'> }) {
  const { t } = useTranslation();
  const { data, isPlaceholderData } = useHostQuery('forecast.pipelineTest', ask, { keep: true });
  return <Tested title={t('forecast:backTest.pipeline')} tested={data} stale={isPlaceholderData} />;
}

interface TestedProps {
  readonly title: string;
  /** Undefined while it is on its way. */
  readonly tested: BackTest | undefined;
  readonly stale: boolean;
}

/** Errors beside those of the simple methods. */
function Tested({ title, tested, stale }: TestedProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (tested === undefined)
    return (
      <Card title={title}>
        <p className="muted">{t('forecast:backTest.working')}</p>
      </Card>
    );
  const { ours, rivals, coverage, origins, steps, shortage } = tested;
  if (ours === null) return <Card title={title}>{shortage !== null && <ShortageNotes shortages={[shortage]} />}</Card>;
  const lines = [{ method: 'ours' as const, ...ours }, ...rivals];
  const verdict = verdictOf(tested);
  return (
    <Card
      title={title}
      sub={t('forecast:backTest.sub', { origins, count: steps })}
      className={stale ? 'forecast-stale' : undefined}
    >
      {verdict !== null && (
        <p className="forecast-verdict">
          {t(`forecast:verdict.${verdict.is}`, {
            rival: t(`forecast:method.${verdict.rival}`),
            by: formatPercent(verdict.by, locale, 0),
          })}
        </p>
      )}
      <Table
        caption={title}
        rows={lines}
        rowKey={({ method }) => method}
        isTotal={({ method }) => method === 'ours'}
        columns={[
          {
            key: 'method',
            header: t('forecast:backTest.method'),
            rowHeader: true,
            cell: ({ method }) => t(`forecast:method.${method}`),
          },
          {
            key: 'mase',
            header: <abbr title={t('forecast:backTest.mase')}>MASE</abbr>,
            number: true,
            cell: ({ mase }) => (mase === null ? NO_VALUE : formatNumber(mase, locale, 2)),
          },
          {
            key: 'smape',
            header: <abbr title={t('forecast:backTest.smape')}>sMAPE</abbr>,
            number: true,
            cell: ({ smape }) => formatPercent(smape, locale),
          },
        ]}
      />
      {coverage !== null && (
        <p className="forecast-note">
          {t('forecast:coverage', {
            narrow: formatPercent(coverage[0], locale, 0),
            wide: formatPercent(coverage[1], locale, 0),
          })}
        </p>
      )}
    </Card>
  );
}
