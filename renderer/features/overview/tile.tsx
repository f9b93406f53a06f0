import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellRef } from '#shared/question.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TwinTableView, type TwinTable } from './twin-table.tsx';

interface TileProps {
  readonly title: string;
  readonly sub?: string | undefined;
  /** The same numbers as a table, one click away. */
  readonly table?: TwinTable | undefined;
  readonly onCell: (cell: CellRef) => void;
  readonly children: ReactNode;
}

/** A chart in a card with its table twin. */
export function ChartTile({ title, sub, table, onCell, children }: TileProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const toggle = (
    <IconButton
      icon={asTable ? 'chart' : 'table'}
      label={t(asTable ? 'charts:showChart' : 'charts:showTable')}
      aria-pressed={asTable}
      onClick={() => setAsTable(!asTable)}
    />
  );
  return (
    <Card title={title} sub={sub} {...(table === undefined ? {} : { actions: toggle })}>
      {asTable && table !== undefined ? <TwinTableView caption={title} table={table} onCell={onCell} /> : children}
    </Card>
  );
}

/** What went wrong, with another try. */
export function TileFailure({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="tile-failure" role="alert">
      <p>{failureSentence(t, failureOf(error))}</p>
      <Button onClick={retry}>{t('frame:retry')}</Button>
    </div>
  );
}

/** The place of a chart on its way; seen only when it takes more than a moment. */
export function TileWaiting({ height }: { readonly height: number }) {
  return <div className="tile-waiting late" style={{ height }} aria-hidden="true" />;
}
