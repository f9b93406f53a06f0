import type { Annotation } from '#shared/annotations.ts';
import type { Tile } from '#shared/dashboards.ts';
import { ChartTile } from './chart-tile.tsx';
import { heightOf } from './grid-metrics.model.ts';
import { KpiTile } from './kpi-tile.tsx';
import { TableTile } from './table-tile.tsx';
import { TextTile } from './text-tile.tsx';
import type { TileNeeds } from './use-tiles.ts';

/** Of a card with a chart: its padding, title, the line below it and the legend. */
const AROUND_CHART = 94;

interface TileViewProps {
  readonly tile: Tile;
  readonly needs: TileNeeds;
  readonly remarks: readonly Annotation[];
}

/** What a tile shows. */
export function TileView({ tile, needs, remarks }: TileViewProps) {
  switch (tile.show) {
    case 'kpi':
      return <KpiTile tile={tile} needs={needs} />;
    case 'chart':
      return (
        <ChartTile tile={tile} needs={needs} remarks={remarks} height={heightOf(tile.place.height) - AROUND_CHART} />
      );
    case 'table':
      return <TableTile tile={tile} needs={needs} />;
    case 'text':
      return <TextTile tile={tile} />;
  }
}
