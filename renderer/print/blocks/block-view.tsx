import { useTranslation } from 'react-i18next';
import type { Locale } from '#shared/format.ts';
import type { Stretch, SheetBlock } from './blocks.model.ts';
import { ChartSlot } from './chart-slot.tsx';
import { FiguresView } from './figures-view.tsx';
import { ContentsView, DefinitionsView } from './list-view.tsx';
import type { TableLayout } from './table-layout.ts';
import { TableView, type TableRows } from './table-view.tsx';
import { TextView } from './text-view.tsx';

/** A block with what was found out about it when it was measured. */
export interface SetBlock {
  readonly block: SheetBlock;
  /** Of a table. */
  readonly table: TableLayout | null;
  /** Of a table, what its columns come to above a row; null where nothing is carried over. */
  readonly sums: ((row: number) => readonly (number | null)[]) | null;
  /** Of paragraphs, what may be parted. */
  readonly lines: readonly Stretch[];
  /** How many figures stand in a row. */
  readonly across: number;
  /** The drawn chart. */
  readonly host: HTMLElement | null;
}

interface BlockViewProps {
  readonly set: SetBlock;
  /** Pieces, the last one not included. */
  readonly from: number;
  readonly to: number;
  readonly locale: Locale;
  readonly sheetOf: (page: string) => number;
  /** Of a table, other rows than those from one piece to the other. */
  readonly rows?: TableRows;
}

/** The pieces of a block that stand on a sheet. */
export function BlockView({ set, from, to, locale, sheetOf, rows }: BlockViewProps) {
  const { t } = useTranslation();
  const { block, table, sums, lines, across, host } = set;
  switch (block.is) {
    case 'figures':
      return <FiguresView block={block} across={across} from={from} to={to} />;
    case 'chart':
      return <ChartSlot chart={block.chart} host={host} />;
    case 'table': {
      if (table === null) return null;
      const shown = rows ?? {
        rows: Array.from({ length: to - from }, (_, index) => from + index),
        again: from > 0,
        above: from === 0 || sums === null ? null : sums(from),
        below: to === block.rows.length || sums === null ? null : sums(to),
        end: to === block.rows.length,
      };
      return <TableView block={block} layout={table} locale={locale} {...shown} />;
    }
    case 'text':
      return (
        <TextView
          title={block.title}
          comment={false}
          paragraphs={block.paragraphs}
          lines={lines.slice(from, to)}
          again={from > 0}
        />
      );
    case 'comment':
      return (
        <TextView
          title={t('report:print.comment')}
          comment
          paragraphs={block.paragraphs}
          lines={lines.slice(from, to)}
          again={from > 0}
        />
      );
    case 'definitions':
      return <DefinitionsView items={block.items.slice(from, to)} />;
    case 'contents':
      return <ContentsView entries={block.entries.slice(from, to)} sheetOf={sheetOf} />;
  }
}
