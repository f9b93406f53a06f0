import { DECIMAL_SCALE } from '#shared/units.ts';
import { decimalAt } from '../decimal-at.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

/** `count`; a row without one is one activity. */
export function countOrOne(fields: Fields): DerivedColumn {
  const counts = fields.decimals('activity', 'count');
  const decimals = new Float64Array(fields.rows('activity'));
  for (let row = 0; row < decimals.length; row++) {
    const count = decimalAt(counts, row);
    decimals[row] = count === count ? count : DECIMAL_SCALE;
  }
  return { type: 'decimals', decimals };
}

/** Whether the deal an activity names is won; missing where it names none that there is. Of several rows with its number the last one counts. */
export function dealWon(fields: Fields): DerivedColumn | null {
  const named = fields.codes('activity', 'deal');
  const wonById = fields.once(dealsWon);
  if (named === null || wonById === null) return null;
  const codeOfId = new Map(fields.names('deal', 'id').map((name, code) => [name, code]));
  const wonByName = fields
    .names('activity', 'deal')
    .map((name) => (name === '' ? 2 : (wonById[codeOfId.get(name) ?? -1] ?? 2)));
  return { type: 'flags', flags: Uint8Array.from(named.codes, (code) => wonByName[code] ?? 2) };
}

/** By code of a deal's number: 1 for a won one, 2 where there is none. */
function dealsWon(fields: Fields): Uint8Array | null {
  const won = fields.names('deal', 'status').indexOf('won');
  const wonById = new Uint8Array(fields.members('deal', 'id')).fill(2);
  for (const { fields: part } of fields.parts('deal', ['id', 'status'])) {
    const ids = part.codes('deal', 'id')?.codes ?? null;
    const statuses = part.codes('deal', 'status')?.codes ?? null;
    if (ids === null || statuses === null) return null;
    for (let row = 0; row < ids.length; row++) wonById[ids[row] ?? 0] = Number(statuses[row] === won);
  }
  return wonById;
}
