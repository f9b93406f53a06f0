import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useAppStore } from '../../state/app-store.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { cellAt, shownText } from './cell-text.model.ts';
import { cellRemarks } from './cell-words.model.ts';
import { useExploring } from './explore-context.ts';
import { PivotTable } from './pivot-table.tsx';
import { TableMenu } from './table-menu.tsx';
import type { Chosen } from './use-chosen-cell.ts';
import { useCopy } from './use-copy.ts';
import type { useGrid } from './use-grid.ts';
import { useLineActions } from './use-line-actions.ts';
import { useTableWords, type TableWords } from './use-table-look.ts';

interface TableCardProps {
  readonly grid: ReturnType<typeof useGrid>;
  /** Other numbers are on their way, or the totals that tell in which unit they are written. */
  readonly busy: boolean;
  readonly chosen: Chosen;
  /** The chosen number is explained beside the table. */
  readonly inspected: boolean;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
}

/** The table, what its chosen cell says, and how large it is. */
export function TableCard({ grid, busy, chosen, inspected, canUndo, onUndo }: TableCardProps) {
  const { t } = useTranslation();
  const { table, show, error, retry } = grid;
  const words = useTableWords(table);
  const copy = useCopy();
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
            busy={busy}
            show={show}
            chosen={chosen.place}
            onChoose={chosen.choose}
            onCopy={() => void copy()}
          />
          <TableFoot grid={grid} words={words} chosen={chosen} inspected={inspected} />
        </>
      )}
    </section>
  );
}

interface TableFootProps extends Pick<TableCardProps, 'chosen' | 'inspected'> {
  readonly grid: TableCardProps['grid'];
  readonly words: TableWords;
}

/** What the chosen cell is, in words; else how large the table is. */
function TableFoot({ grid: { table }, words, chosen, inspected }: TableFootProps) {
  const { t } = useTranslation();
  const { formats, words: explored } = useExploring();
  const actions = useLineActions();
  const showInspector = useAppStore((state) => state.showInspector);
  const cell = cellAt(table, chosen);
  const ref = cell === undefined ? null : chosen.cell;
  const said = shownText(table, chosen, formats[chosen.value] ?? null) ?? '';
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
        {ref !== null && !inspected && (
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
        {!inspected && (
          <IconButton icon="inspector" label={t('explore:inspector.open')} onClick={() => showInspector(true)} />
        )}
      </span>
    </div>
  );
}
