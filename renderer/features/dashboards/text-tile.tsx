import { useTranslation } from 'react-i18next';
import type { Tile } from '#shared/dashboards.ts';
import { Card } from '../../ui/card.tsx';

/** Words between the numbers: lines as they were written, nothing in them is markup. */
export function TextTile({ tile: { title, text } }: { readonly tile: Extract<Tile, { show: 'text' }> }) {
  const { t } = useTranslation();
  return (
    <Card {...(title === null ? {} : { title })} className="text-tile">
      <p className={text === '' ? 'tile-note' : undefined}>{text === '' ? t('dashboards:tile.noText') : text}</p>
    </Card>
  );
}
