import { useEffect } from 'react';
import { useAppStore } from '../../state/app-store.ts';
import type { useDashboardChanges } from './use-dashboards.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, [contenteditable], [role=dialog], [role=menu]') !== null;

/** Undo and redo while editing; Escape lets all rows in again, ends editing, or ends full screen. */
export function useDashboardKeys({ undo, redo }: Pick<ReturnType<typeof useDashboardChanges>, 'undo' | 'redo'>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.defaultPrevented) return;
      const { crossFilter, crossFilterBy, editing, meeting, setEditing, setMeeting, passport } = useAppStore.getState();
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
      if (isUndo && editing) {
        event.preventDefault();
        if (event.shiftKey) redo();
        else undo();
      } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'y' && editing) {
        event.preventDefault();
        redo();
      } else if (event.key === 'Escape' && passport === null) {
        if (crossFilter !== null) crossFilterBy(null);
        else if (meeting) setMeeting(false);
        else if (editing) setEditing(false);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}
