import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entryFields, type EntryKind } from '#shared/entry-kinds.ts';
import type { EntryFault } from '#shared/entry.ts';
import { formatNumber } from '#shared/format.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { EditGrid } from '../../ui/edit-grid.tsx';
import type { GridPlace } from '../../ui/grid-keys.model.ts';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CellEditor } from './cell-editor.tsx';
import { writtenText } from './cell-text.model.ts';
import { changed, inserted, isBlank, redone, removed, undone, written } from './draft.model.ts';
import { EntryFaults } from './entry-faults.tsx';
import { EntryToolbar } from './entry-toolbar.tsx';
import { faultsByPlace, placeOf } from './fault-words.model.ts';
import { gridColumns } from './grid-columns.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { useCellWords } from './use-cell-words.ts';
import { useCheck } from './use-check.ts';
import type { useEntry } from './use-entry.ts';
import { usePaste } from './use-paste.ts';
import { useSave } from './use-save.ts';
import { useShownRows } from './use-shown-rows.ts';

interface EntryTableProps {
  readonly kind: EntryKind;
  readonly title: string;
  readonly entry: ReturnType<typeof useEntry>;
}

/** A kind's table to write in, what is wrong with it, and saving. */
export function EntryTable({ kind, title, entry }: EntryTableProps) {
  const { t } = useTranslation();
  const { readonly, settings } = useWorkspace();
  const { table, isDirty, saved, set, settle, update } = entry;
  const { rows, mark } = table;
  const words = useCellWords();
  const { locale } = words;
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const [focusAsked, setFocusAsked] = useState(0);
  const saveButton = useRef<HTMLButtonElement>(null);
  const fields = entryFields(kind);
  const columns = useMemo(() => gridColumns(t, kind), [t, kind]);
  const shown = useShownRows(kind, rows, words);
  const { faults, notices, tried } = useCheck(kind, table, isDirty, update);
  const wrong = useMemo(() => faultsByPlace(t, kind, faults, settings.currency), [t, kind, faults, settings.currency]);
  const { paste, open, answer, cancel } = usePaste(kind, words, mark, update);

  const goTo = (place: GridPlace): void => {
    setActive(place);
    setFocusAsked((count) => count + 1);
  };
  const showFault = (fault: EntryFault): void => goTo({ row: fault.row - 1, column: placeOf(kind, fault) });
  const { save, isBusy } = useSave({
    kind,
    table,
    saved,
    set,
    settle,
    onFaults: (sent, check, first) => {
      tried(sent, check);
      showFault(first);
    },
  });
  const removeRow = (row: number): void => {
    update((before) => changed(before, removed(before.rows, row)));
    goTo({ ...active, row });
  };
  const discard = (): void => {
    set(null);
    showToast({
      title: t('entry:discarded'),
      action: { label: t('entry:undo'), onClick: () => set(table) },
    });
  };
  const write = ({ row, column }: GridPlace, text: string): void => {
    const cells = fields.map((field, place) => (place === column ? writtenText(words, kind, field, text) : undefined));
    update((before) => changed(before, written(kind, before.rows, row, [cells])));
  };
  const filled = rows.filter((row) => !isBlank(row)).length;
  return (
    <>
      <EntryToolbar
        disabled={readonly}
        canRemove={active.row < rows.length}
        canUndo={table.past.length > 0}
        canRedo={table.future.length > 0}
        onInsert={() => {
          update((before) => changed(before, inserted(kind, before.rows, active.row)));
          goTo(active);
        }}
        onRemove={() => removeRow(active.row)}
        onUndo={() => update(undone)}
        onRedo={() => update(redone)}
      />
      <EditGrid
        caption={title}
        columns={columns}
        rows={shown}
        filled={rows.length}
        faults={wrong}
        active={active}
        onActive={setActive}
        readOnly={readonly}
        editor={(edit) => (
          <CellEditor key={`${String(edit.at.row)} ${String(edit.at.column)}`} {...{ kind, rows, words, edit }} />
        )}
        onWrite={write}
        onPaste={paste}
        onHistory={(step) => update(step === 'undo' ? undone : redone)}
        onLeave={() => saveButton.current?.focus()}
        removeHeader={t('entry:removeRow')}
        removeLabel={(row) => t('entry:removeRowAt', { row: row + 1 })}
        onRemove={removeRow}
        focusAsked={focusAsked}
      />
      <div className="entry-foot">
        {faults.length > 0 && <EntryFaults kind={kind} faults={faults} onShow={showFault} />}
        {notices.map(({ code, details }) => (
          <Notice
            key={code}
            tone="warn"
            title={t(`fields:notices.${code}`, { ...details, count: Number(details['rows']) })}
          />
        ))}
        <div className="entry-save">
          <p className="muted" role="status">
            {t('entry:rows', { count: filled, n: formatNumber(filled, locale) })}
            {isDirty && ` · ${t('entry:unsaved')}`}
          </p>
          {isDirty && (
            <Button disabled={isBusy} onClick={discard}>
              {t('entry:discard')}
            </Button>
          )}
          {/* Not disabled while there is nothing to save: Escape leaves the table for it. */}
          <Button
            ref={saveButton}
            look="primary"
            disabled={readonly}
            aria-disabled={!isDirty || isBusy}
            onClick={() => {
              if (isDirty && !isBusy) save();
            }}
          >
            {t('entry:save')}
          </Button>
        </div>
      </div>
      {open !== null && (
        <PasteDialog key={JSON.stringify(open.input)} kind={kind} open={open} onAnswer={answer} onCancel={cancel} />
      )}
    </>
  );
}
