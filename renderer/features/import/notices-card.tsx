import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { noticeSentences } from './notices.model.ts';

/** What was seen in the file that does not stop the import. */
export function NoticesCard({ inspection }: { readonly inspection: Inspection }) {
  const { t, i18n } = useTranslation('import');
  const sentences = noticeSentences(i18n, inspection, useLocale());
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
