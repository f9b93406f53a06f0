import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../state/app-store.ts';
import { Button } from '../../ui/button.tsx';

/** Leads from a room without rows to a new import. */
export function ImportButton() {
  const { t } = useTranslation();
  const { goTo, forgetDone } = useAppStore.getState();
  return (
    <Button
      look="primary"
      onClick={() => {
        forgetDone();
        goTo('import');
      }}
    >
      {t('overview:empty.import')}
    </Button>
  );
}
