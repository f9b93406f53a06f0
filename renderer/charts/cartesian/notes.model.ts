import { formatGrowth, formatPoints, toneOf, type Tone } from '#shared/format.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import type { Ink } from '../scene/inks.ts';
import { text, type Measure, type Shape } from '../scene/scene.ts';
import { drawnValue, familiesOf } from './families.model.ts';
import type { Geometry } from './geometry.ts';

const SIZE = 10.5;
const INK_OF: Readonly<Record<Tone, Ink>> = { good: 'good', bad: 'bad', neutral: 'ink-2' };

interface Note {
  readonly text: string;
  readonly ink: Ink;
}

/**
 * The change on the previous year for under each column's name, where there is one series and all of them have room; else none. From
 * zero or less there is no percentage. Example: 2 105 against 1 898 is '+11 %' in green where higher is better.
 */
export function notesOf(model: ChartModel, slot: number, measure: Measure): readonly (Note | null)[] | null {
  const families = familiesOf(model);
  const [family] = families;
  if (model.kind !== 'column' || families.length !== 1 || family === undefined || family.previous === null) return null;
  const { unit, direction } = family.actual;
  const { locale } = model.format;
  const notes = model.categories.map((_, index): Note | null => {
    const [now, before] = [drawnValue(family, index), family.previous?.points[index]?.value ?? null];
    if (now === null || before === null || (unit !== 'ratio' && before <= 0)) return null;
    const change = unit === 'ratio' ? now - before : (now - before) / before;
    const words = unit === 'ratio' ? signedPoints(change, locale) : formatGrowth(change, locale);
    return { text: words, ink: INK_OF[/[1-9]/.test(words) ? toneOf(change, direction) : 'neutral'] };
  });
  const widest = Math.max(0, ...notes.map((note) => (note === null ? 0 : measure(note.text, SIZE, 600))));
  return widest > 0 && widest <= slot - 1 ? notes : null;
}

function signedPoints(change: number, locale: ChartModel['format']['locale']): string {
  const words = formatPoints(change, locale);
  return change > 0 && /[1-9]/.test(words) ? `+${words}` : words;
}

/** The notes where they stand, under the names of a drawn chart's axis. */
export function noteShapes(notes: readonly (Note | null)[], { area, height }: Geometry): readonly Shape[] {
  const slot = (area.right - area.left) / Math.max(1, notes.length);
  return notes.flatMap((note, index) =>
    note === null
      ? []
      : [
          text(note.text, area.left + (index + 0.5) * slot, height - 8, {
            size: SIZE,
            weight: 600,
            fill: note.ink,
            align: 'center',
          }),
        ],
  );
}
