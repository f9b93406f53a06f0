import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#shared/annotations.ts';
import type { Answer, QuestionInput } from '#shared/question.ts';
import { saidPieces } from '#shared/said-pieces.ts';
import { periodName } from '#shared/tiles/tile-words.ts';
import { remarksByRow } from '#shared/tiles/beside-chart.ts';
import { memberOfKey } from '#shared/tiles/member-key.ts';
import { tileTitle } from '#shared/tiles/tile-title.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useShownAnswer } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { NumberButton } from '../overview/number-button.tsx';
import { Sentence, type SaidSubject } from '../overview/sentence.tsx';
import { useToldSubject } from '../passport/use-told-subject.ts';
import { RemarkCount } from '../overview/remark-count.tsx';
import { TileFailure, TileWaiting } from '../overview/tile.tsx';
import { PlaceMenu, type MenuAt } from '../../ui/place-menu.tsx';
import { scopeOf, toggled } from './scope.model.ts';
import {
  concentration,
  isTileView,
  tileTable,
  type TableTile as TableTileType,
  type TileTable,
} from './table-tile.model.ts';
import { TileNote } from './tile-note.tsx';
import { isAnswerable } from './tiles.model.ts';
import type { TileNeeds } from './use-tiles.ts';

/** Explore's table is loaded where a tile shows one. */
const PivotTile = lazy(async () => ({ default: (await import('./pivot-tile.tsx')).PivotTile }));

interface TableTileProps {
  readonly tile: TableTileType;
  readonly needs: TileNeeds;
  readonly remarks: readonly Annotation[];
}

export function TableTile(props: TableTileProps) {
  const { tile, needs } = props;
  const title = tileTitle(tile, needs.words);
  if (!isAnswerable(tile.view.question, needs))
    return <TileNote title={title} text="dashboards:tile.unknownDimension" />;
  if (!isTileView(tile.view))
    return (
      <Suspense fallback={<Card title={title} sub=" " />}>
        <PivotTile tile={tile} needs={needs} />
      </Suspense>
    );
  return <AskedTable {...props} />;
}

type Row = TileTable['rows'][number];

function AskedTable({ tile, needs, remarks }: TableTileProps) {
  const { t } = useTranslation();
  const cross = useAppStore((state) => state.crossFilter);
  const crossFilterBy = useAppStore((state) => state.crossFilterBy);
  const openPassport = useAppStore((state) => state.openPassport);
  const writeRemark = useAppStore((state) => state.writeRemark);
  const [menu, setMenu] = useState<{ readonly at: MenuAt; readonly row: Row } | null>(null);
  const { words, whole } = needs;
  const { period, compare, filters } = scopeOf(tile.id, whole, cross);
  const { view } = tile;
  const chosenQuestion = { ...view.question, filters: [...filters, ...view.question.filters], period, compare };
  const { data: answer, asked: question, error, refetch } = useShownAnswer('question.ask', chosenQuestion);
  const table = useMemo(() => (answer === undefined ? null : tileTable(view, answer, words)), [answer, view, words]);
  const dimension = view.question.rows[0]?.dimension ?? '';
  const remarksOf = useMemo(
    () => (answer === undefined ? NO_REMARKS : remarksByRow(remarks, dimension, answer)),
    [answer, remarks, dimension],
  );
  const filterBy = (member: string | null): void =>
    crossFilterBy(toggled(cross, { tile: tile.id, dimension, members: [member] }));
  const chosen = cross?.tile === tile.id ? cross.members : [];
  const title = tileTitle(tile, words, answer ?? null);
  const menuOf = ({ key, label }: Row) => {
    const member = memberOfKey(key) ?? null;
    const day = answer?.period.through;
    const place = { mark: { dimension, member }, ...(day === undefined ? {} : { day }) };
    return [
      [{ label: t('dashboards:menu.filter', { name: label }), onSelect: () => filterBy(member) }],
      [{ label: t('dashboards:menu.remark', { name: label }), onSelect: () => writeRemark(place) }],
    ];
  };
  const columns: readonly TableColumn<Row>[] = [
    {
      key: 'label',
      header: words.dimensionOf(dimension),
      rowHeader: true,
      cell: (row) => {
        const member = memberOfKey(row.key);
        if (member === undefined)
          return <span className={row.other ? 'row-label muted' : 'row-label'}>{row.label}</span>;
        return (
          <span className="row-name">
            <button
              type="button"
              className="number-button row-label"
              title={row.label}
              aria-label={t('dashboards:cross.filter', { name: row.label })}
              aria-pressed={chosen.includes(member)}
              onClick={() => filterBy(member)}
              onContextMenu={(event) => {
                event.preventDefault();
                setMenu({ at: placeBelow(event.currentTarget), row });
              }}
            >
              {row.label}
            </button>
            <RemarkCount remarks={remarksOf.get(row.key) ?? []} />
          </span>
        );
      },
    },
    ...(table?.columns ?? []).map(({ key, label }, index): TableColumn<Row> => ({
      key,
      header: label,
      number: true,
      cell: (row) => {
        const cell = row.cells[index];
        if (cell === undefined) return null;
        return (
          <span className={cell.tone === 'neutral' ? undefined : cell.tone} title={cell.reason ?? undefined}>
            <NumberButton
              cell={cell.cell}
              onOpen={(open) => openPassport({ question, cell: open })}
              name={`${row.label}, ${label}`}
            >
              {cell.text}
            </NumberButton>
          </span>
        );
      },
    })),
    {
      key: 'bar',
      header: <span className="visually-hidden">{t('overview:column.bar')}</span>,
      width: (table?.columns.length ?? 0) > 3 ? '12%' : '22%',
      cell: (row) =>
        row.cells[0]?.bar == null ? null : (
          <span className="row-bar" aria-hidden="true">
            <span style={{ width: `${String(row.cells[0].bar * 100)}%` }} />
            {row.cells[0].aim !== null && <i style={{ left: `${String(row.cells[0].aim * 100)}%` }} />}
          </span>
        ),
    },
  ];
  return (
    <Card
      title={title}
      sub={answer === undefined ? ' ' : <TableSub answer={answer} view={view} needs={needs} question={question} />}
      className="table-tile"
    >
      {error !== null && <TileFailure error={error} retry={() => void refetch()} />}
      {table === null && error === null && <TileWaiting height={240} />}
      {table !== null && (
        <div className="tile-scroll">
          <Table
            caption={title}
            rows={table.rows}
            rowKey={(row) => row.key}
            isTotal={(row) => row.total}
            columns={columns}
          />
        </div>
      )}
      {menu !== null && (
        <PlaceMenu at={menu.at} name={menu.row.label} groups={menuOf(menu.row)} onClose={() => setMenu(null)} />
      )}
    </Card>
  );
}

const NO_REMARKS: ReadonlyMap<string, readonly Annotation[]> = new Map();

function placeBelow(element: Element): MenuAt {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}

interface TableSubProps {
  readonly answer: Answer;
  readonly view: TableTileType['view'];
  readonly needs: TileNeeds;
  /** That the table answers. */
  readonly question: QuestionInput;
}

/** What the largest hold together, with the passport of their share, else the period. */
function TableSub({ answer, view, needs: { words }, question }: TableSubProps) {
  const subjectOf = useToldSubject();
  const cell = { kpi: 'revenue', row: [], column: [] };
  const all = { ...question, kpis: ['revenue'], rows: [], columns: [], compare: 'none' as const };
  const shareOf = (values: readonly (string | null)[]) => {
    const dimension = view.question.rows[0]?.dimension ?? '';
    const filters = [...(question.filters ?? []), { op: 'in' as const, dimension, values: [...values] }];
    const part = { ...all, filters };
    return subjectOf({ told: { of: 'cells', figure: 'share', question: part, cell, whole: { question: all, cell } } });
  };
  const pieces = saidPieces<SaidSubject>(
    (put) =>
      concentration(view, answer, words, (share, largest) => put(share, shareOf(largest))) ??
      words.t('overview:trend.sub', { period: periodName(answer.period, words) }),
  );
  return <Sentence pieces={pieces} />;
}
