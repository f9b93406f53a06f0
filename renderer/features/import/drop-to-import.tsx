import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../state/app-store.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTakeFiles } from './use-take-files.ts';
import { useWindowDrop } from './use-window-drop.ts';
import { useWizard } from './use-wizard.ts';
import './file-drop.css';

/** Lets a file be dropped on any screen: it goes to the wizard, behind the one in hand if there is one. */
export function DropToImport() {
  const { t } = useTranslation('import');
  const goTo = useAppStore((state) => state.goTo);
  const { add } = useWizard();
  const take = useTakeFiles((files) => {
    goTo('import');
    void add(files);
  });
  const over = useWindowDrop(take);
  if (!over) return null;
  return (
    <div className="file-drop-window file-drop-window-label">
      <span>
        <Icon name="upload" /> {t('drop.window')}
      </span>
    </div>
  );
}
