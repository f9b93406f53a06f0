import type { Tile } from '#shared/dashboards.ts';
import { AppError } from '#shared/errors.ts';
import type { ResolvedPeriod } from '#shared/question.ts';
import type { BlockOf, ReportBlock, ReportFigure } from '#shared/report-content.ts';
import { tileTitle } from '#shared/tiles/tile-title.ts';
import { periodName } from '#shared/tiles/tile-words.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { subLine, wordsOf } from '../page-words.ts';
import { baseOf } from '../revenue-standing.ts';
import { tileChartBlock } from '../tile-chart-block.ts';
import { tileTableBlock } from '../tile-table-block.ts';
import { figuresOf } from './summary-page.ts';

/** Tiles of a dashboard in the order they are read: cards that follow each other as one row of figures. */
export const tilesPage: PageMaker<'tiles'> = ({ tiles }, tools) => {
  const words = wordsOf(tools);
  const { period } = tools.ask({ kpis: ['revenue'], compare: baseOf(tools) });
  const ordered = tiles.toSorted((a, b) => a.place.y - b.place.y || a.place.x - b.place.x);
  const figures = figuresOf(
    ordered.flatMap((tile) => (tile.show === 'kpi' ? [tile.kpi] : [])),
    tools,
  );
  const blocks: ReportBlock[] = [];
  for (const tile of ordered) {
    const made = answered(tile, tools, () => blockOf(tile, { period, figures }, tools));
    const before = blocks.at(-1);
    if (made.is === 'figures' && before?.is === 'figures') before.figures.push(...made.figures);
    else blocks.push(made);
  }
  const [named] = ordered.filter(({ show }) => show === 'chart' || show === 'table');
  return {
    draft:
      named === undefined
        ? tools.report.name
        : answered(named, tools, () => textBlock(tileTitle(named, words), [])).title,
    sub: subLine([periodName(period, words)], tools),
    blocks,
  };
};

/** What a tile shows; a sentence in its place where the workspace has not all that it asks for. */
function answered<B extends ReportBlock>(tile: Tile, tools: PageTools, make: () => B): B | BlockOf<'text'> {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof AppError) || !['E_UNKNOWN_KPI', 'E_UNKNOWN_DIMENSION'].includes(error.code)) throw error;
    const what = error.code === 'E_UNKNOWN_KPI' ? 'unknownKpi' : 'unknownDimension';
    return textBlock(tile.title ?? '', [tools.words.say(`dashboards:tile.${what}`)]);
  }
}

function blockOf(
  tile: Tile,
  { period, figures }: { readonly period: ResolvedPeriod; readonly figures: readonly ReportFigure[] },
  tools: PageTools,
): ReportBlock {
  switch (tile.show) {
    case 'kpi': {
      const figure = figures.find(({ kpi }) => kpi === tile.kpi);
      if (figure === undefined)
        throw new AppError('E_UNKNOWN_KPI', `There is no KPI "${tile.kpi}".`, { kpi: tile.kpi });
      return { is: 'figures', place: 'main', figures: [{ ...figure, name: tile.title ?? figure.name }] };
    }
    case 'chart':
      return tileChartBlock(tile, period, tools);
    case 'table':
      return tileTableBlock(tile, tileTitle(tile, wordsOf(tools)), tools);
    case 'text':
      return textBlock(
        tile.title ?? '',
        tile.text.split('\n').filter((line) => line.trim() !== ''),
      );
  }
}

const textBlock = (title: string, paragraphs: readonly string[]): BlockOf<'text'> => ({
  is: 'text',
  place: 'main',
  title,
  paragraphs: [...paragraphs],
});
