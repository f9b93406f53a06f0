import { useEffect, useState, type RefObject } from 'react';
import { useThemeInForce } from '../frame/use-theme.ts';
import { readInks, type Inks } from './scene/inks.ts';
import { measureIn } from './scene/paint-scene.ts';
import type { Measure } from './scene/scene.ts';

/** What a drawing needs of the page: the room there is, the colours in force, and how wide words are. */
export interface Plot {
  readonly width: number;
  readonly inks: Inks;
  readonly measure: Measure;
}

/** Null until the font is there and the room is known; anew when the window or the theme changes. */
export function usePlot(room: RefObject<HTMLElement | null>): Plot | null {
  const theme = useThemeInForce();
  const [width, setWidth] = useState(0);
  const [drawnWith, setDrawnWith] = useState<Omit<Plot, 'width'> | null>(null);
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [room]);
  useEffect(() => {
    let current = true;
    // Also waits for the page to have taken the theme over.
    void document.fonts.ready.then(() => {
      const context = document.createElement('canvas').getContext('2d');
      if (!current || room.current === null || context === null) return;
      const inks = readInks(room.current);
      setDrawnWith({ inks, measure: measureIn(context, inks.font) });
    });
    return () => {
      current = false;
    };
  }, [room, theme]);
  return width === 0 || drawnWith === null ? null : { width, ...drawnWith };
}
