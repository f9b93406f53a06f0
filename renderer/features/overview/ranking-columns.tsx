import type { CellRef } from '#shared/question.ts';
import { scaleWord, type Words } from '#shared/tiles/tile-words.ts';
import type { TableColumn } from '../../ui/table.tsx';
import { NumberButton } from './number-button.tsx';
import type { RankedRow } from './ranking.model.ts';

export interface RankedColumnNeeds {
  readonly words: Words;
  /** Opens a number's passport; null on paper. */
  readonly onOpen: ((cell: CellRef) => void) | null;
}

export type RankedColumn = TableColumn<RankedRow>;

export const labelColumn = (header: string): RankedColumn => ({
  key: 'label',
  header,
  rowHeader: true,
  cell: (row) => (
    <span className={row.kind === 'others' ? 'row-label muted' : 'row-label'} title={row.label}>
      {row.label}
    </span>
  ),
});

export const revenueColumn = ({ words, onOpen }: RankedColumnNeeds): RankedColumn => ({
  key: 'revenue',
  header: words.t('overview:column.revenue', { unit: scaleWord(words) }),
  number: true,
  cell: (row) => (
    <NumberButton cell={row.revenueCell} onOpen={onOpen} name={`${row.label}, ${words.t('kpis:revenue.name')}`}>
      {row.revenue}
    </NumberButton>
  ),
});

export const shareColumn = ({ words }: RankedColumnNeeds): RankedColumn => ({
  key: 'share',
  header: words.t('overview:column.share'),
  number: true,
  cell: (row) => <span className="muted">{row.share}</span>,
});

export const changeColumn = ({ words }: RankedColumnNeeds): RankedColumn => ({
  key: 'change',
  header: words.t('overview:column.change'),
  number: true,
  cell: (row) => (
    <span className={row.tone} title={row.changeReason ?? undefined}>
      {row.change}
    </span>
  ),
});

export const lengthColumn = ({ words }: RankedColumnNeeds): RankedColumn => ({
  key: 'length',
  header: <span className="visually-hidden">{words.t('overview:column.bar')}</span>,
  width: '22%',
  cell: (row) =>
    row.kind === 'member' ? (
      <span className="row-bar" aria-hidden="true">
        <span style={{ width: `${String(row.length * 100)}%` }} />
      </span>
    ) : null,
});

export const marginColumns = ({ words, onOpen }: RankedColumnNeeds, compared: boolean): readonly RankedColumn[] => [
  {
    key: 'margin',
    header: words.t('kpis:gross-margin.name'),
    number: true,
    cell: (row) => (
      <NumberButton cell={row.marginCell} onOpen={onOpen} name={`${row.label}, ${words.t('kpis:gross-margin.name')}`}>
        {row.margin}
      </NumberButton>
    ),
  },
  ...(compared
    ? [
        {
          key: 'margin-change',
          header: words.t('overview:column.change'),
          number: true,
          cell: (row: RankedRow) => <span className={row.marginTone}>{row.marginChange}</span>,
        },
      ]
    : []),
];

export const ordersColumn = ({ words, onOpen }: RankedColumnNeeds): RankedColumn => ({
  key: 'orders',
  header: words.t('kpis:orders.name'),
  number: true,
  cell: (row) => (
    <NumberButton cell={row.ordersCell} onOpen={onOpen} name={`${row.label}, ${words.t('kpis:orders.name')}`}>
      {row.orders}
    </NumberButton>
  ),
});
