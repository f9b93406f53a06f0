import { useTranslation } from 'react-i18next';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { Button } from '../../ui/button.tsx';

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
