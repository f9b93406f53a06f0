import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodName } from '#shared/tiles/tile-words.ts';
import { tileTitle } from '#shared/tiles/tile-title.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import type { GridPlace } from '../../ui/grid-keys.model.ts';
import { unitOf } from '../explore/cell-text.model.ts';
import { ExploreContext, type Drag, type Exploring } from '../explore/explore-context.ts';
import type { FieldsAtHand } from '../explore/fields.model.ts';
import { totalsQuestion } from '../explore/grid-view.model.ts';
import { PivotTable } from '../explore/pivot-table.tsx';
import { exploreOf } from '../explore/saved.model.ts';
import { useCopy } from '../explore/use-copy.ts';
import { useFieldsAtHand, type Edit } from '../explore/use-explore.ts';
import { useFormats } from '../explore/use-formats.ts';
import { useGrid } from '../explore/use-grid.ts';
import { useTableWords } from '../explore/use-table-look.ts';
import { useExploreWords } from '../explore/use-words.ts';
import { valueName } from '../explore/words.model.ts';
import { TileFailure, TileWaiting } from '../overview/tile.tsx';
import { scopeOf } from './scope.model.ts';
import type { TableTile } from './table-tile.model.ts';
import { useOpenView } from './use-open-view.ts';
import type { TileNeeds } from './use-tiles.ts';

interface PivotTileProps {
  readonly tile: TableTile;
  readonly needs: TileNeeds;
}

/** A saved question of any shape as Explore shows it: the same table over the dashboard's period and filters. */
export function PivotTile({ tile, needs }: PivotTileProps) {
  const fields = useFieldsAtHand();
  const title = tileTitle(tile, needs.words);
  if (fields !== null) return <AskedPivot tile={tile} needs={needs} fields={fields} title={title} />;
  return (
    <Card title={title} sub=" ">
      <TileWaiting height={120} />
    </Card>
  );
}

type Folds = Pick<ExploreView, 'foldedRows' | 'foldedColumns'>;

const NOTHING_DRAGGED: Drag = { current: () => null, begin: () => undefined, end: () => undefined };
const NO_MEMBERS: Exploring['members'] = { rows: [], columns: [] };

interface AskedPivotProps extends PivotTileProps {
  readonly fields: FieldsAtHand;
  readonly title: string;
}

function AskedPivot({ tile, needs, fields, title }: AskedPivotProps) {
  const { t } = useTranslation();
  const cross = useAppStore((state) => state.crossFilter);
  const openView = useOpenView();
  const [said, announce] = useState('');
  const [folds, setFolds] = useState<Folds | null>(null);
  const { period, compare, filters } = scopeOf(tile.id, needs.whole, cross);
  const { view: saved } = tile;
  const view = useMemo((): ExploreView => {
    const question = { ...saved.question, period, compare, filters: [...filters, ...saved.question.filters] };
    return { ...exploreOf({ view: { ...saved, question }, chart: 'table' }), ...folds };
  }, [saved, period, compare, filters, folds]);
  const words = useExploreWords(fields.dimensions, fields.rowFields);
  const totals = useHostQuery('question.ask', totalsQuestion(view), { keep: true });
  const grid = useGrid(view);
  const formats = useFormats(grid.shown, totals.data);
  const shown = grid.shown;
  // Groups open and close in the tile; all else is for Explore, which goes on from here.
  const edit: Edit = (change) => {
    const next = change(view);
    const { foldedRows, foldedColumns } = next;
    const isFold = JSON.stringify({ ...view, foldedRows, foldedColumns }) === JSON.stringify(next);
    if (isFold) setFolds({ foldedRows, foldedColumns });
    else openView(next);
  };
  const exploring: Exploring = {
    view: shown,
    edit,
    words,
    fields,
    formats,
    through: grid.table?.head.period.through ?? null,
    announce,
    drag: NOTHING_DRAGGED,
    openItem: null,
    setOpenItem: () => undefined,
    members: NO_MEMBERS,
  };
  const { table, error, retry } = grid;
  const shownValues = view.values.map((value, index) => {
    const format = formats[index];
    const unit = format == null ? '' : unitOf(format);
    return unit === '' ? valueName(value, words) : t('charts:withUnit', { name: valueName(value, words), unit });
  });
  const sub =
    table === null
      ? ' '
      : `${shownValues.join('; ')}. ${t('overview:trend.sub', { period: periodName(table.head.period, needs.words) })}`;
  return (
    <Card
      title={title}
      sub={sub}
      className="pivot-tile"
      actions={
        <Button look="ghost" onClick={() => openView(view)}>
          {t('dashboards:tile.explore')}
        </Button>
      }
    >
      {error !== null && <TileFailure error={error} retry={retry} />}
      {table === null && error === null && <TileWaiting height={120} />}
      {table !== null && error === null && (
        <ExploreContext value={exploring}>
          <TileTable grid={grid} table={table} busy={grid.isOld || totals.isPlaceholderData} />
        </ExploreContext>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </Card>
  );
}

interface TileTableProps {
  readonly grid: ReturnType<typeof useGrid>;
  readonly table: NonNullable<ReturnType<typeof useGrid>['table']>;
  readonly busy: boolean;
}

function TileTable({ grid, table, busy }: TileTableProps) {
  const words = useTableWords(table);
  const copy = useCopy();
  const [chosen, choose] = useState<GridPlace | null>(null);
  const isThere = chosen !== null && chosen.row < table.rowCount && chosen.column < table.columnCount;
  return (
    <PivotTable
      table={table}
      words={words}
      busy={busy}
      show={grid.show}
      chosen={isThere ? chosen : null}
      onChoose={choose}
      onCopy={() => void copy()}
    />
  );
}
