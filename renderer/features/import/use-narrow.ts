import { useSyncExternalStore } from 'react';

/** As in `import-screen.css`. */
const narrow = window.matchMedia('(max-width: 1180px)');

const listen = (changed: () => void): (() => void) => {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
};

/** Whether the window is so narrow that the columns' lists need their short words. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => narrow.matches);
}
