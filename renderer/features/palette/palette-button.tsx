import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../state/app-store.ts';
import { Icon } from '../../ui/icon.tsx';
import './palette-button.css';

const isMac = navigator.userAgent.includes('Mac');

/** Shows that the palette is there, and with which keys. */
export function PaletteButton() {
  const { t } = useTranslation();
  const setOpen = useAppStore((state) => state.setPaletteOpen);
  return (
    <button type="button" className="palette-button" aria-keyshortcuts="Control+K Meta+K" onClick={() => setOpen(true)}>
      <Icon name="search" />
      {t('palette:open')}
      <kbd>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
    </button>
  );
}
