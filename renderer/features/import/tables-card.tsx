import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { Inspection, TableInfo } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { tableState, type TableChoice } from './tables.model.ts';
import { kindName } from './words.ts';
import './tables-card.css';

interface TablesCardProps {
  readonly inspection: Inspection;
  readonly choice: TableChoice;
  readonly disabled: boolean;
  readonly onLook: (id: string) => void;
  readonly onTick: (id: string, ticked: boolean) => void;
}

/** The tables of a file with several: a tick for each that is imported, and the one whose columns are shown below. */
export function TablesCard({ inspection, choice, disabled, onLook, onTick }: TablesCardProps) {
  const { t } = useTranslation('import');
  if (inspection.tables.length < 2) return null;
  return (
    <Card title={t('tables.title')} sub={t('tables.sub')}>
      <ul className="import-tables">
        {inspection.tables.map((table, index) => {
          const name = table.sheets.length === 0 && /^\(?\d*\)?$/.test(table.name) ? '' : table.name;
          const label = name === '' ? t('tables.numbered', { n: index + 1 }) : name;
          const isShown = table.id === inspection.table;
          return (
            <li key={table.id} className={classNames('import-table', isShown && 'import-table-shown')}>
              <Checkbox
                label={t('tables.tick', { table: label })}
                checked={choice.ticked.includes(table.id)}
                disabled={disabled}
                onChange={(ticked) => onTick(table.id, ticked)}
              />
              <button
                type="button"
                className="import-table-look"
                aria-current={isShown}
                disabled={disabled}
                onClick={() => onLook(table.id)}
              >
                {label}
              </button>
              <Holds table={table} choice={choice} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Holds({ table, choice }: { readonly table: TableInfo; readonly choice: TableChoice }) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const kind = choice.seen[table.id]?.inspection.kind ?? table.kind;
  const state = tableState(choice, table);
  return (
    <>
      <span className="import-table-kind">
        {table.kind === null || kind === null ? t('tables.unnamed') : kindName(t, kind)}
      </span>
      <span className="import-table-rows num">
        {t('tables.rows', { count: table.rows, n: formatNumber(table.rows, locale) })}
      </span>
      <span>
        {state === 'there' && <Badge tone="good">{t('tables.there')}</Badge>}
        {state === 'open' && choice.ticked.includes(table.id) && <Badge tone="warn">{t('tables.open')}</Badge>}
      </span>
    </>
  );
}
