import { useState, type ReactNode } from 'react';
import { Card } from '../ui/card.tsx';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { ChartProps } from './chart-props.ts';
import { Chart } from './chart.tsx';
import { exportChart, hasVectors, type ExportedChart, type ExportWish } from './export/export-chart.ts';
import { useSay } from './use-say.ts';

interface ChartCardProps extends Omit<ChartProps, 'asTable'> {
  /** Given, the picture can be exported: gives the finished file to the user. */
  readonly onExport?: (file: ExportedChart) => void;
  /** Beside the card's own buttons. */
  readonly actions?: ReactNode;
  readonly className?: string;
  /** In the place of the model's own line below the title. */
  readonly sub?: ReactNode;
}

/** A chart in a card: its title, its table twin one click away, its export. */
export function ChartCard({ onExport, actions, className, sub, ...chart }: ChartCardProps) {
  const { model } = chart;
  const say = useSay();
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  if (failed !== null) throw failed;
  const save = (type: ExportWish['type'], colors: ExportWish['colors']) => (): void => {
    if (onExport !== undefined) exportChart({ model, type, colors, say }).then(onExport).catch(setFailed);
  };
  const files = [
    { label: say('export.png'), onSelect: save('png', 'light') },
    { label: say('export.pngTheme'), onSelect: save('png', 'window') },
    ...(hasVectors(model) ? [{ label: say('export.svg'), onSelect: save('svg', 'light') }] : []),
  ];
  return (
    <Card
      title={model.title}
      className={className}
      {...(model.sub === null ? {} : { sub: sub ?? model.sub })}
      actions={
        <>
          {actions}
          {model.kind !== 'table' && (
            <IconButton
              icon={asTable ? 'chart' : 'table'}
              label={say(asTable ? 'showChart' : 'showTable')}
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            />
          )}
          {onExport !== undefined && (
            <Menu align="end" groups={[files]} trigger={<IconButton icon="download" label={say('export.menu')} />} />
          )}
        </>
      }
    >
      <Chart {...chart} asTable={asTable} />
    </Card>
  );
}
