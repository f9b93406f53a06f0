import { useEffect } from 'react';

/** The room fills the window: its parts scroll, the page does not. */
export function useWholeFrame(): void {
  useEffect(() => {
    const frame = document.querySelector('.frame-main');
    frame?.classList.add('frame-main-whole');
    return () => frame?.classList.remove('frame-main-whole');
  }, []);
}
