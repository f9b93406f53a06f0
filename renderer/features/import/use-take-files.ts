import { useTranslation } from 'react-i18next';
import { showToast } from '../../ui/toast.tsx';

type Take = (files: readonly File[]) => void;

/** Hands the files on; says so when a folder had none that can be read. */
export function useTakeFiles(onFiles: Take): Take {
  const { t } = useTranslation('reimport');
  return (files) => {
    if (files.length > 0) onFiles(files);
    else showToast({ title: t('folder.none'), text: t('folder.noneText') });
  };
}
