import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.tsx';

/** A tile that says why it has nothing to show. `text` is a key of the catalogue. */
export function TileNote({ title, text }: { readonly title: string; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <Card title={title}>
      <p className="tile-note">{t(text)}</p>
    </Card>
  );
}
