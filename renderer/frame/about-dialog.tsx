import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../transport/use-host-query.ts';
import { Dialog } from '../ui/dialog.tsx';
import './about-dialog.css';

/** What this is, that it keeps to this computer, and whose work it stands on. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const info = useHostQuery('app.info', {}).data;
  return (
    <Dialog
      open
      title={t('frame:about.title')}
      sub={info === undefined ? undefined : t('frame:about.version', { version: info.version })}
      closeLabel={t('frame:close')}
      onClose={onClose}
    >
      <div className="about">
        <p>{t('frame:about.text')}</p>
        <section>
          <h3>{t('frame:about.data')}</h3>
          <p>{t('frame:about.holidays')}</p>
          <p className="muted">creativecommons.org/licenses/by-sa/3.0</p>
        </section>
      </div>
    </Dialog>
  );
}
