import { useEffect } from 'react';
import { useAppStore } from '../../state/app-store.ts';

/** Full screen for meetings: nothing but the dashboard, filling the screen where the shell lets it. */
export function useMeeting() {
  const setMeeting = useAppStore((state) => state.setMeeting);
  useEffect(() => {
    const changed = (): void => {
      if (document.fullscreenElement === null) setMeeting(false);
    };
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [setMeeting]);
  return {
    startMeeting: (): void => {
      setMeeting(true);
      // A window that may not fill the screen shows the dashboard alone all the same.
      void document.documentElement.requestFullscreen().catch(() => undefined);
    },
    endMeeting: (): void => {
      setMeeting(false);
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    },
  };
}
