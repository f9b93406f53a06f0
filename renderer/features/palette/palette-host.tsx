import { useEffect } from 'react';
import { useAppStore } from '../../state/app-store.ts';
import { Palette } from './palette.tsx';

/** Opens the palette with Ctrl or ⌘ and K from anywhere. */
export function PaletteHost() {
  const open = useAppStore((state) => state.paletteOpen);
  const setOpen = useAppStore((state) => state.setPaletteOpen);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpen(!useAppStore.getState().paletteOpen);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [setOpen]);
  return open ? <Palette /> : null;
}
