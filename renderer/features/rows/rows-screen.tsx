import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { RowSelection } from '#shared/stored-rows.ts';
import { RoomTabs } from '../../frame/room-tabs.tsx';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { ALL_ROWS } from '../../state/data-slice.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { ExportRows } from './export-rows.tsx';
import { FilterChips } from './filter-chips.tsx';
import { countWords, kindsWithRows, kindTitle, selectionOf } from './rows.model.ts';
import { RowsTable } from './rows-table.tsx';
import { useSettled } from './use-settled.ts';
import { useStoredRows } from './use-stored-rows.ts';
import './rows.css';

const TYPING_RESTS_MS = 200;

/** The rows of the workspace as they are stored, with search, filters and order. */
export function RowsScreen() {
  const { t } = useTranslation();
  const { id, rows } = useWorkspace();
  const view = useAppStore((state) => state.rowsViews[id]) ?? ALL_ROWS;
  const goTo = useAppStore((state) => state.goTo);
  const search = useSettled(view.search, TYPING_RESTS_MS);
  const selection = selectionOf({ ...view, search }, rows);
  return (
    <>
      <ScreenHeader title={t('data:title')}>
        <RoomTabs />
      </ScreenHeader>
      {selection === null ? (
        <Card>
          <EmptyState
            icon="table"
            title={t('data:empty.title')}
            text={t('data:empty.text')}
            actions={
              <Button look="primary" onClick={() => goTo('import')}>
                {t('data:empty.action')}
              </Button>
            }
          />
        </Card>
      ) : (
        <Rows selection={selection} typed={view.search} />
      )}
    </>
  );
}

function Rows({ selection, typed }: { readonly selection: RowSelection; readonly typed: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { id, rows } = useWorkspace();
  const viewRows = useAppStore((state) => state.viewRows);
  const stored = useStoredRows(selection);
  const { kind } = selection;
  const all = rows[kind] ?? 0;
  const count = countWords(t, stored.total, all, locale);
  return (
    <section className="screen-filled" aria-label={t('rows:title')}>
      <div className="rows-bar">
        <Select<RecordKind>
          className="rows-kind"
          label={t('rows:kind')}
          value={kind}
          onChange={(next) => viewRows(id, { ...ALL_ROWS, kind: next })}
          groups={[
            {
              options: kindsWithRows(rows).map((each) => ({
                value: each,
                label: kindTitle(t, each, locale),
                note: formatNumber(rows[each] ?? 0, locale),
              })),
            },
          ]}
        />
        <SearchField value={typed} onChange={(search) => viewRows(id, { search })} label={t('rows:search')} />
        <FilterChips kind={kind} filters={selection.filters} />
        <p className="list-count" role="status">
          {count}
        </p>
        <ExportRows selection={selection} total={stored.total} />
      </div>
      <RowsTable selection={selection} stored={stored} />
    </section>
  );
}
