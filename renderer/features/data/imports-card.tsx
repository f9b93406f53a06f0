import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinute, formatRange } from '#shared/format-period.ts';
import { formatNumber } from '#shared/format.ts';
import type { ImportRecord } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { useUndoImport } from '../import/use-undo-import.ts';
import { kindName } from '../import/words.ts';
import { ImportDetails } from './import-details.tsx';
import { entryKind, importedRows, latestFirst, withoutFormer } from './imports.model.ts';

const COLUMNS = 5;

/** The imports, the latest first. A row opens its receipt; undo works at once, for the file can be imported again. */
export function ImportsCard({ imports: all }: { readonly imports: readonly ImportRecord[] }) {
  const { t } = useTranslation('data');
  const locale = useLocale();
  const [open, setOpen] = useState<number | null>(null);
  const imports = withoutFormer(all);
  const counts = { n: formatNumber(imports.length, locale), rows: formatNumber(importedRows(imports), locale) };
  return (
    <Card title={t('imports.title')} sub={t('imports.sub', { count: imports.length, ...counts })}>
      <table className="ui-table data-imports">
        <caption className="visually-hidden">{t('imports.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.file')}</th>
            <th scope="col" className="num">
              {t('imports.rows')}
            </th>
            <th scope="col">{t('imports.period')}</th>
            <th scope="col">{t('imports.when')}</th>
            <th scope="col">
              <VisuallyHidden>{t('imports.actions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {latestFirst(imports).map((record) => (
            <Fragment key={record.id}>
              <ImportRow
                record={record}
                open={open === record.id}
                onToggle={() => setOpen(open === record.id ? null : record.id)}
              />
              {open === record.id && (
                <tr className="data-details-row">
                  <td colSpan={COLUMNS}>
                    <ImportDetails record={record} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

interface ImportRowProps {
  readonly record: ImportRecord;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function ImportRow({ record, open, onToggle }: ImportRowProps) {
  const { t } = useTranslation(['data', 'reimport']);
  const locale = useLocale();
  const undo = useUndoImport();
  const { file, sheet, kind, rows, replaced, from, to, importedAt, receipt } = record;
  const rejected = receipt.rows.rejected;
  const { id: workspace } = useWorkspace();
  const { viewEntry, goTo } = useAppStore.getState();
  const written = entryKind(record);
  return (
    <tr className={open ? 'data-open' : undefined}>
      <th scope="row">
        <span className="data-file">
          <IconButton
            icon={open ? 'chevron-down' : 'chevron-right'}
            label={t(open ? 'imports.hide' : 'imports.show', { file: file.name })}
            aria-expanded={open}
            onClick={onToggle}
          />
          <span>
            <b>{file.name}</b>
            <span className="data-note muted">
              {sheet === null ? kindName(t, kind) : t('imports.kindOnSheet', { kind: kindName(t, kind), sheet })}
            </span>
            {replaced > 0 && (
              <span className="data-note muted">
                {t('reimport:imports.replaced', { count: replaced, n: formatNumber(replaced, locale) })}
              </span>
            )}
            {rejected > 0 && (
              <span className="data-note warn">
                {t('imports.rejected', { count: rejected, n: formatNumber(rejected, locale) })}
              </span>
            )}
          </span>
        </span>
      </th>
      <td className="num">{formatNumber(rows, locale)}</td>
      <td className="data-period">{from === null || to === null ? '–' : formatRange(from, to, locale)}</td>
      <td>{formatMinute(importedAt, locale)}</td>
      <td className="data-actions">
        {written !== null && (
          <Button
            look="ghost"
            icon="table"
            onClick={() => {
              viewEntry(workspace, written);
              goTo('entry');
            }}
          >
            {t('imports.change')}
          </Button>
        )}
        <Button look="ghost" icon="undo" disabled={undo.isPending} onClick={() => undo.mutate([record])}>
          {t(written === null ? 'imports.undo' : 'imports.undoSaved')}
        </Button>
      </td>
    </tr>
  );
}
