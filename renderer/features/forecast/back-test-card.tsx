import { useTranslation } from 'react-i18next';
import { verdictOf } from '#shared/forecast-verdict.ts';
import type { Input } from '#shared/contract.ts';
import type { BackTest, HistoryAsk } from '#shared/forecast.ts';
import { formatNumber, formatPercent, NO_VALUE } from '#shared/format.ts';
import type { ToldNumberInput, ToldOf } from '#shared/told.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useShownAnswer } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { ToldButton } from '../overview/told-button.tsx';
import { ShortageNotes } from './shortage-notes.tsx';

type TestFigure = Pick<ToldOf<'back-test'>, 'figure'> & Partial<Pick<ToldOf<'back-test'>, 'method'>>;

/** How far the history carried on as of earlier periods would have been off. */
export function BackTestCard({ ask }: { readonly ask: HistoryAsk }) {
  const { t } = useTranslation();
  const { data, asked, isPlaceholderData } = useShownAnswer('forecast.backTest', ask);
  return (
    <Tested
      title={t('forecast:backTest.title')}
      tested={data}
      stale={isPlaceholderData}
      toldOf={(figure) => ({ of: 'back-test', ...asked, ...figure })}
    />
  );
}

/** How far the open deals as earlier imports left them would have been off. */
export function PipelineTestCard({ ask }: { readonly ask: Input<'forecast.pipelineTest'> }) {
  const { t } = useTranslation();
  const { data, asked, isPlaceholderData } = useShownAnswer('forecast.pipelineTest', ask);
  return (
    <Tested
      title={t('forecast:backTest.pipeline')}
      tested={data}
      stale={isPlaceholderData}
      toldOf={(figure) => ({ of: 'pipeline-test', ...asked, ...figure })}
    />
  );
}

interface TestedProps {
  readonly title: string;
  /** Undefined while it is on its way. */
  readonly tested: BackTest | undefined;
  readonly stale: boolean;
  readonly toldOf: (figure: TestFigure) => ToldNumberInput;
}

/** Errors beside those of the simple methods. */
function Tested({ title, tested, stale, toldOf }: TestedProps) {
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
  const number = (figure: TestFigure, name: string, text: string, place = title, said = false) => (
    <ToldButton told={toldOf(figure)} name={name} place={place} said={said}>
      {text}
    </ToldButton>
  );
  return (
    <Card
      title={title}
      sub={number(
        { figure: 'outcomes' },
        t('forecast:backTest.outcomes'),
        t('forecast:backTest.sub', { origins, count: steps }),
        title,
        true,
      )}
      className={stale ? 'forecast-stale' : undefined}
    >
      {verdict !== null && (
        <p className="forecast-verdict">
          {number(
            { figure: 'verdict' },
            t('forecast:backTest.compared'),
            t(`forecast:verdict.${verdict.is}`, {
              rival: t(`forecast:method.${verdict.rival}`),
              by: formatPercent(verdict.by, locale, 0),
            }),
            title,
            true,
          )}
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
            cell: ({ method, mase }) =>
              mase === null
                ? NO_VALUE
                : number(
                    { figure: 'mase', method },
                    'MASE',
                    formatNumber(mase, locale, 2),
                    t(`forecast:method.${method}`),
                  ),
          },
          {
            key: 'smape',
            header: <abbr title={t('forecast:backTest.smape')}>sMAPE</abbr>,
            number: true,
            cell: ({ method, smape }) =>
              number(
                { figure: 'smape', method },
                'sMAPE',
                formatPercent(smape, locale),
                t(`forecast:method.${method}`),
              ),
          },
        ]}
      />
      {coverage?.map((share, level) => {
        const name = t('forecast:backTest.covered', { share: formatPercent(level === 0 ? 0.8 : 0.95, locale, 0) });
        return (
          <p key={level} className="forecast-line">
            <span>{name}</span>
            <span className="num">
              {number({ figure: level === 0 ? 'covered80' : 'covered95' }, name, formatPercent(share, locale, 0))}
            </span>
          </p>
        );
      })}
    </Card>
  );
}
