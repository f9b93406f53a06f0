import { useTranslation } from 'react-i18next';
import { formatPercent } from '#shared/format.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { stepped, ZOOMS, type Zoom } from './zoom.model.ts';

interface ZoomBarProps {
  readonly scale: number;
  readonly zoom: Zoom;
  /** The chosen page's first sheet, 0 while it is not there. */
  readonly sheet: number;
  readonly sheets: number;
  readonly isCounting: boolean;
  readonly onZoom: (zoom: Zoom) => void;
}

/** Where in the report this is, and how large. */
export function ZoomBar({ scale, zoom, sheet, sheets, isCounting, onZoom }: ZoomBarProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const percent = formatPercent(scale, locale, 0);
  return (
    <div className="report-zoom">
      <span className="report-zoom-sheet num" role="status">
        {isCounting
          ? t('report:screen.preview.counting')
          : sheet === 0
            ? ''
            : t('report:screen.preview.sheet', { sheet, sheets })}
      </span>
      <IconButton icon="minus" label={t('report:screen.zoom.out')} onClick={() => onZoom(stepped(scale, -1))} />
      <Menu
        align="end"
        trigger={
          <Button look="ghost" className="report-zoom-now" aria-label={t('report:screen.zoom.now', { percent })}>
            {percent}
          </Button>
        }
        groups={[
          [
            {
              label: t('report:screen.zoom.fit'),
              checked: zoom === 'fit',
              note: 'Ctrl 0',
              onSelect: () => onZoom('fit'),
            },
          ],
          ZOOMS.map((each) => ({
            label: formatPercent(each / 100, locale, 0),
            checked: zoom === each,
            onSelect: () => onZoom(each),
          })),
        ]}
      />
      <IconButton icon="plus" label={t('report:screen.zoom.in')} onClick={() => onZoom(stepped(scale, 1))} />
    </div>
  );
}
