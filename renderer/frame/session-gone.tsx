import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';

/** The program behind the page has ended, or the page was opened without its code. */
export function SessionGone() {
  const { t } = useTranslation();
  return (
    <main className="whole-page">
      <EmptyState icon="lock" title={t('frame:gone.title')} text={t('frame:gone.text')} />
    </main>
  );
}
