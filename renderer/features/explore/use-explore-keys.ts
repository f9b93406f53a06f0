import { useEffect } from 'react';
import type { useExplored } from './use-explore.ts';

/** Ctrl and Z take the last change back, with Shift (or Ctrl and Y) they make it again, wherever focus is but in a text. */
export function useExploreKeys({ undo, redo }: Pick<ReturnType<typeof useExplored>, 'undo' | 'redo'>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const { target } = event;
      const isText =
        target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, [contenteditable=true]');
      if (isText || document.querySelector('[role=dialog].ui-dialog') !== null) return;
      const key = event.key.toLowerCase();
      if (key === 'z') {
        event.preventDefault();
        if (event.shiftKey) redo();
        else undo();
      } else if (key === 'y') {
        event.preventDefault();
        redo();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}
