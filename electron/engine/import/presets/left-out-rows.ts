import type { Inspection } from '#shared/importing.ts';
import { cleanText, valueText } from '../cells.ts';
import type { TableHeader } from '../find-header.ts';
import { headerWords } from '../header-words.ts';
import { LEFT_OUT_ROW } from '../import-plan.ts';
import { BLOCK_ROWS, EMPTY, TEXT, type RawTable } from '../raw-table.ts';
import { headerList } from './header-list.ts';
import type { LeaveOut } from './preset.ts';
import type { PresetMatch } from './recognise-preset.ts';

/** Rows that a preset's rules leave out, and what to say of them. */
export interface LeftOut {
  /** LEFT_OUT_ROW by row. */
  readonly marks: ReadonlyMap<number, number>;
  readonly notices: Inspection['notices'];
}

const MOST_WORDS = 5;

/** Finds the rows that are no sale, deal or activity by the preset's rules: cancelled orders, failed payments, estimates. */
export function leftOutRows(table: RawTable, header: TableHeader, { preset, words }: PresetMatch): LeftOut {
  const marks = new Map<number, number>();
  const notices: Inspection['notices'][number][] = [];
  for (const rule of preset.leaveOut ?? []) {
    const find = headerList(rule.column);
    words.forEach((each, column) => {
      if (each === '' || find(each) < 0) return;
      const { rows, found } = markRows(table, header.bottom + 1, column, rule, marks);
      if (rows === 0) return;
      notices.push({
        code: 'preset-rows-left-out',
        details: {
          rows,
          rule: rule.rule,
          column: header.names[column] ?? '',
          values: [...found].join(', '),
          ...(rule.words === undefined ? { context: 'any' } : {}),
        },
      });
    });
  }
  return { marks, notices };
}

function markRows(
  table: RawTable,
  from: number,
  column: number,
  rule: LeaveOut,
  marks: Map<number, number>,
): { readonly rows: number; readonly found: ReadonlySet<string> } {
  const raw = table.columns[column];
  const isWord = headerList(rule.words);
  const known = new Map<string, boolean>();
  const found = new Set<string>();
  let rows = 0;
  raw?.blocks.forEach((block, at) => {
    if (block === null) return;
    for (let i = Math.max(0, from - at * BLOCK_ROWS); i < block.tags.length; i++) {
      const tag = block.tags[i] ?? EMPTY;
      if (tag === EMPTY) continue;
      const value = block.values[i] ?? 0;
      const text = tag === TEXT ? (raw.texts[value] ?? '') : valueText(table, column, tag, value);
      const fits =
        known.get(text) ?? (rule.words === undefined ? cleanText(text) !== '' : isWord(headerWords(text)) >= 0);
      known.set(text, fits);
      if (!fits || marks.has(at * BLOCK_ROWS + i)) continue;
      marks.set(at * BLOCK_ROWS + i, LEFT_OUT_ROW);
      if (found.size < MOST_WORDS) found.add(cleanText(text));
      rows++;
    }
  });
  return { rows, found };
}
