import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { Inspection } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card.tsx';

/** What was seen in the file that does not stop the import. */
export function NoticesCard({ notices }: { readonly notices: Inspection['notices'] }) {
  const { t, i18n } = useTranslation('import');
  const locale = useLocale();
  const sentences = notices.flatMap(({ code, details }) => {
    const key = [`fields:notices.${code}`, `import:notices.${code}`].find((candidate) => i18n.exists(candidate));
    if (key === undefined) return [];
    const written = Object.fromEntries(
      Object.entries(details).map(([name, value]) => [
        name,
        typeof value === 'number' ? formatNumber(value, locale) : value,
      ]),
    );
    return [t(key, written)];
  });
  if (sentences.length === 0) return null;
  return (
    <Card title={t('notices.title')}>
      <ul className="import-notices">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}
