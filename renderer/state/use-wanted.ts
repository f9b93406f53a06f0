import { useEffect, useRef } from 'react';
import { useAppStore } from './app-store.ts';
import type { Wanted } from './palette-slice.ts';

/** Does what the palette asks for, once. */
export function useWanted(action: Wanted, run: () => void): void {
  const isWanted = useAppStore((state) => state.wanted === action);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!isWanted) return;
    useAppStore.getState().want(null);
    latest.current();
  }, [isWanted]);
}
