import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, CellRef } from '#shared/question.ts';
import { Chart } from '../../charts/chart.tsx';
import { useAppStore } from '../../state/app-store.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { trendQuestion } from './overview-plan.model.ts';
import { revenueTrend } from './revenue-trend.model.ts';
import { ChartTile, TileFailure, TileWaiting } from './tile.tsx';
import { periodName, scaleWord, type Words } from './words.model.ts';

const HEIGHT = 218;

interface TrendTileProps {
  readonly choices: OverviewChoices;
  readonly answer: Answer;
  readonly words: Words;
}

/** Revenue by month against last year. */
export function TrendTile({ choices, answer, words }: TrendTileProps) {
  const { t } = useTranslation();
  const { from } = useWorkspace();
  const question = trendQuestion(choices, answer.period, from ?? answer.period.from);
  const months = useHostQuery('question.ask', question, { keep: true });
  const openPassport = useAppStore((state) => state.openPassport);
  const open = (cell: CellRef): void => openPassport({ question, cell });
  const tile = useMemo(
    () => (months.data === undefined ? null : revenueTrend(months.data, words)),
    [months.data, words],
  );
  const period = months.data === undefined ? '' : periodName(months.data.period, words);
  return (
    <ChartTile
      title={t('overview:trend.title', { unit: scaleWord(words) })}
      sub={tile === null ? ' ' : t(tile.compared ? 'overview:trend.subCompared' : 'overview:trend.sub', { period })}
      table={tile?.table}
      onCell={open}
    >
      {months.error !== null && <TileFailure error={months.error} retry={() => void months.refetch()} />}
      {tile === null && months.error === null && <TileWaiting height={HEIGHT} />}
      {tile !== null && (
        <Chart
          model={tile.chart}
          height={HEIGHT}
          onPassport={({ point: { cell } }) => (cell === null ? undefined : open(cell))}
        />
      )}
    </ChartTile>
  );
}
