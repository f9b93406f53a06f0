import type { BlockSetting } from './slide-blocks.ts';
import { column } from './slide-flow.ts';
import type { Frame } from './slide-frame.ts';
import type { PlacedColumn } from './slide-layouts.ts';
import { tableFlow } from './slide-table.ts';

const FONT = 14;
const AIR = 0.26;

/** Headlines with the slides that they begin on. */
export function contentsColumn(
  entries: readonly { readonly headline: string; readonly slide: number }[],
  { body }: Pick<Frame, 'body'>,
  { say, lang }: Pick<BlockSetting, 'say' | 'lang'>,
): PlacedColumn {
  const rows = entries.map(({ headline, slide }) => ({
    strong: false,
    cells: [{ text: headline }, { text: String(slide) }],
  }));
  const table = { title: '', head: null, numbers: [false, true], rows, note: null };
  const continued = (title: string): string => say('report:files.continued', { title });
  const flow = tableFlow(table, { width: body.w, height: body.h, font: FONT, lang, air: AIR, continued });
  return { box: body, slides: column([flow], body.h) };
}
