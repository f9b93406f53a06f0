import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellRef } from '#shared/question.ts';
import { Chart } from '../../charts/chart.tsx';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { breakdown } from './breakdown.model.ts';
import { groupQuestion } from './overview-plan.model.ts';
import { ChartTile, TileFailure, TileWaiting } from './tile.tsx';
import { periodName, scaleWord, sideNames, type Words } from './words.model.ts';

const LOWEST_ROW = 25;
/** As tall as the chart beside it. */
const HEIGHT = 218;

interface BreakdownTileProps {
  readonly dimension: string;
  readonly choices: OverviewChoices;
  readonly dimensions: readonly NamedDimension[];
  readonly words: Words;
}

/** Why revenue changed: contributions by a dimension, from one total to the other. */
export function BreakdownTile({ dimension, choices, dimensions, words }: BreakdownTileProps) {
  const { t } = useTranslation();
  const question = groupQuestion(['revenue'], dimension, choices, null);
  const groups = useHostQuery('question.ask', question, { keep: true });
  const openPassport = useAppStore((state) => state.openPassport);
  const open = (cell: CellRef): void => openPassport({ question, cell });
  const answer = groups.data;
  const name = dimensionName(t, dimension, dimensions);
  const tile = useMemo(() => (answer === undefined ? null : breakdown(answer, name, words)), [answer, name, words]);
  const by = name.toLocaleLowerCase(words.format.locale);
  const unit = scaleWord(words);
  const sub = (): string => {
    if (tile === null || answer === undefined) return ' ';
    if (tile.chart.kind === 'bar')
      return t('overview:breakdown.subPlain', { period: periodName(answer.period, words) });
    const [before, now] = sideNames(answer, words);
    return t('overview:breakdown.sub', { by, unit, now, before });
  };
  return (
    <ChartTile
      title={t(`overview:breakdown.title.${tile?.direction ?? 'none'}`, { by, unit })}
      sub={sub()}
      table={tile?.table}
      onCell={open}
    >
      {groups.error !== null && <TileFailure error={groups.error} retry={() => void groups.refetch()} />}
      {tile === null && groups.error === null && <TileWaiting height={HEIGHT} />}
      {tile !== null && (
        <Chart
          model={tile.chart}
          height={Math.max(HEIGHT, tile.chart.points.length * LOWEST_ROW)}
          onOpen={({ cell }) => (cell === null ? undefined : open(cell))}
        />
      )}
    </ChartTile>
  );
}
