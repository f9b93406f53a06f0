import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { CellRef } from '#shared/question.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { Button } from '../../ui/button.tsx';
import type { GridPlace } from '../../ui/grid-keys.model.ts';
import { Notice } from '../../ui/notice.tsx';
import { cellText, emptyText } from './cell-text.model.ts';
import { cellRemarks } from './cell-words.model.ts';
import { useExploring } from './explore-context.ts';
import { PivotTable } from './pivot-table.tsx';
import { TableMenu } from './table-menu.tsx';
import { useCopy } from './use-copy.ts';
import type { useGrid } from './use-grid.ts';
import { useLineActions } from './use-line-actions.ts';
import { useTableWords, type TableWords } from './use-table-look.ts';

interface TableCardProps {
  readonly grid: ReturnType<typeof useGrid>;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
}

/** The table, what its chosen cell says, and how large it is. */
export function TableCard({ grid, canUndo, onUndo }: TableCardProps) {
  const { t } = useTranslation();
  const { view } = useExploring();
  const { table, isOld, show, error, retry } = grid;
  const words = useTableWords(table);
  const copy = useCopy();
  const shape = useMemo(() => JSON.stringify([view.rows, view.columns, view.values.length, view.valuesOn]), [view]);
  const [chosen, choose] = useState<{ readonly of: string; readonly place: GridPlace } | null>(null);
  const place = chosen?.of === shape ? within(chosen.place, table) : null;
  if (error !== null) {
    return (
      <section className="explore-table ui-card">
        <Notice
          tone="bad"
          title={failureSentence(t, failureOf(error))}
          actions={
            <>
              {canUndo && <Button onClick={onUndo}>{t('explore:undo')}</Button>}
              <Button onClick={retry}>{t('frame:retry')}</Button>
            </>
          }
        />
      </section>
    );
  }
  return (
    <section className="explore-table ui-card" aria-label={t('explore:table')}>
      {table === null ? (
        <div className="pv-waiting late">
          <span className="muted">{t('explore:counting')}</span>
        </div>
      ) : (
        <>
          <PivotTable
            table={table}
            words={words}
            busy={isOld}
            show={show}
            chosen={place}
            onChoose={(next) => choose(next === null ? null : { of: shape, place: next })}
            onCopy={() => void copy()}
          />
          <TableFoot grid={grid} words={words} place={place} />
        </>
      )}
    </section>
  );
}

function within(place: GridPlace, table: TableCardProps['grid']['table']): GridPlace | null {
  return table !== null && place.row < table.rowCount && place.column < table.columnCount ? place : null;
}

interface TableFootProps {
  readonly grid: TableCardProps['grid'];
  readonly words: TableWords;
  readonly place: GridPlace | null;
}

/** What the chosen cell is, in words; else how large the table is. */
function TableFoot({ grid: { table }, words, place }: TableFootProps) {
  const { t } = useTranslation();
  const { formats, words: explored } = useExploring();
  const actions = useLineActions();
  const row = place === null ? undefined : table?.row(place.row);
  const column = place === null || place.column < 0 ? undefined : table?.column(place.column);
  const cell = place === null || place.column < 0 ? undefined : table?.cell(place.row, place.column);
  const value = row?.value ?? column?.value ?? 0;
  const format = formats[value] ?? null;
  const kpi = words.values[value]?.kpi;
  const ref: CellRef | null =
    row === undefined || column === undefined || kpi === undefined ? null : { kpi, row: row.path, column: column.path };
  const said =
    cell === undefined || format === null
      ? ''
      : cell.value === null
        ? emptyText(cell.reason !== null)
        : cellText(cell.value, format);
  const remarks = cell === undefined ? [] : cellRemarks(cell, t);
  return (
    <div className="explore-foot">
      {ref === null ? (
        <span className="muted">{t('explore:foot.hint')}</span>
      ) : (
        <span className="explore-foot-cell" role="status">
          {words.cellName(ref)} <b>{said}</b>
          {remarks.length > 0 && <span className="explore-foot-remark">{remarks.join(' ')}</span>}
        </span>
      )}
      <span className="explore-foot-end">
        {ref !== null && (
          <>
            <Button look="link" onClick={() => actions.passport(ref)}>
              {t('explore:menu.passport')}
            </Button>
            <Button look="link" onClick={() => actions.passport(ref, true)}>
              {t('explore:menu.rows')}
            </Button>
          </>
        )}
        {table !== null && (
          <span className="muted num">
            {t('explore:foot.size', {
              rows: formatNumber(table.rowCount, explored.locale),
              columns: formatNumber(table.columnCount, explored.locale),
            })}
          </span>
        )}
        <TableMenu />
      </span>
    </div>
  );
}
