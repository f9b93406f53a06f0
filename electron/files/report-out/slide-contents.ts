import type { BlockSetting } from './slide-blocks.ts';
import { column } from './slide-flow.ts';
import type { Frame } from './slide-frame.ts';
import type { PlacedColumn } from './slide-layouts.ts';
import { tableFlow } from './slide-table.ts';
import { commentFlow } from './slide-text.ts';

const FONT = 14;
const FONT_COMMENT = 11;
const AIR = 0.26;

/** What somebody wrote of them, and headlines with the slides that they begin on. */
export function contentsColumn(
  entries: readonly { readonly headline: string; readonly slide: number }[],
  comment: string,
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
  const text = comment.trim();
  const said = text === '' ? [] : [commentFlow(text, { width: body.w, font: FONT_COMMENT, lang, say })];
  return { box: body, slides: column([...said, flow], body.h) };
}
