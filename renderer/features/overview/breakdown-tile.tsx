import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellRef } from '#shared/question.ts';
import { Chart } from '../../charts/chart.tsx';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { breakdown } from './breakdown.model.ts';
import { ChartTile, TileFailure, TileWaiting } from './tile.tsx';
import { useBreakdown } from './use-breakdown.ts';
import { periodName, scaleWord, sideNames, type Words } from './words.model.ts';

const LOWEST_ROW = 25;
/** As tall as the chart beside it. */
const HEIGHT = 218;

interface BreakdownTileProps {
  /** The most telling first. */
  readonly by: readonly string[];
  readonly choices: OverviewChoices;
  readonly dimensions: readonly NamedDimension[];
  readonly words: Words;
}

/** Why revenue changed: contributions by a dimension, from one total to the other. */
export function BreakdownTile({ by: wished, choices, dimensions, words }: BreakdownTileProps) {
  const { t } = useTranslation();
  const { found, error, refetch } = useBreakdown(wished, choices);
  const openPassport = useAppStore((state) => state.openPassport);
  const open = (cell: CellRef): void => {
    if (found !== null) openPassport({ question: found.question, cell });
  };
  const answer = found?.answer;
  const name = dimensionName(t, found?.dimension ?? wished[0] ?? '', dimensions);
  const dimension = found?.dimension ?? '';
  const tile = useMemo(
    () => (answer === undefined ? null : breakdown(answer, name, { ...words, dimension })),
    [answer, name, words, dimension],
  );
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
      {error !== null && <TileFailure error={error} retry={() => void refetch()} />}
      {tile === null && error === null && <TileWaiting height={HEIGHT} />}
      {tile !== null && (
        <Chart
          model={tile.chart}
          height={Math.max(HEIGHT, tile.chart.categories.length * LOWEST_ROW)}
          onPassport={({ point: { cell } }) => (cell === null ? undefined : open(cell))}
        />
      )}
    </ChartTile>
  );
}
