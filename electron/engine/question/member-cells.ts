import type { Reason } from '#shared/question.ts';
import type { Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { rowConditions } from '#shared/measures.ts';
import { readingKey, type Input } from '../formula/expression.ts';
import type { CellCounts, CellRows } from '../ports/column-queries.ts';
import type { Groups } from './groups.ts';
import type { CellAt, Level, MemberAt } from './levels.ts';
import { partsOf } from './measure-parts.ts';
import { placingKey } from './placing-key.ts';

/** What finding the members of a cell asks of the reader. */
export interface MemberSource {
  rows(level: Level, input: Input): CellRows | null;
  groups(level: Level, input: Input): Groups;
  refusal(level: Level, input: Input): Reason | null;
  /** The measure as it is read at a level. */
  measureAt(level: Level, input: Input): MeasureDefinition;
  count(rows: CellRows, anyOf: readonly (readonly Condition[])[]): CellCounts;
}

/** Members met in the cells of a level, by the cell's key. */
export type MembersByCell = ReadonlyMap<number, readonly MemberAt[]>;

/** Tells apart what different formulas read of the members of a dimension. */
export function membersKey(inputs: readonly Input[]): string {
  return inputs.map((input) => `${placingKey(input.measure)} ${readingKey(input)}`).join('|');
}

/**
 * The members of the inputs' dimension that have a row behind at least one of them, cell by cell; the unknown one is none. Targets are
 * rows only at their own level. A reason where none of the inputs has an answer.
 */
export function membersByCell(source: MemberSource, level: Level, inputs: readonly Input[]): MembersByCell | Reason {
  const parts = inputs
    .filter(({ over }) => over !== null)
    .flatMap((input) => partsOf(input.measure).map((measure): Input => ({ ...input, measure })));
  const found = new Map<number, MemberAt[]>();
  for (const input of parts) {
    const groups = source.groups(level, input);
    const rows = groups.isWhole ? source.rows(level, input) : null;
    if (rows === null) continue;
    const keys = source.count(rows, [rowsThatCount(source.measureAt(level, input))]).keys();
    addMembers(found, keys, groups, level, input);
  }
  const refusals = parts.map((input) => source.refusal(level, input));
  const [first] = refusals;
  if (first != null && !refusals.includes(null)) return first;
  return parts.length === 1 ? found : new Map([...found].map(([cell, members]) => [cell, onlyOnce(members)]));
}

/** Of a member that several inputs have met the last, in the place of the first. */
function onlyOnce(members: readonly MemberAt[]): readonly MemberAt[] {
  return [...new Map(members.map((one) => [one.member, one])).values()];
}

function addMembers(
  found: Map<number, MemberAt[]>,
  keys: Float64Array,
  { breakdown }: Groups,
  level: Level,
  { total }: Input,
): void {
  const slots = level.slots.length;
  const memberGroups = keys.map((key) => Math.floor(key / slots));
  const columns = breakdown.columns(memberGroups);
  const above = columns.slice(0, -1);
  const members = columns.at(-1) ?? [];
  const codes = above.map(() => 0);
  for (let i = 0; i < keys.length; i++) {
    const member = members[i] ?? 0;
    if (member === 0) continue;
    for (let depth = 0; depth < codes.length; depth++) codes[depth] = above[depth]?.[i] ?? 0;
    const group = total ? 0 : level.breakdown.find(codes);
    if (group === null) continue;
    const memberGroup = memberGroups[i] ?? 0;
    const cell = group * slots + (keys[i] ?? 0) - memberGroup * slots;
    const known = found.get(cell);
    if (known === undefined) found.set(cell, [{ member, memberGroup }]);
    else known.push({ member, memberGroup });
  }
}

/** Any row makes a member, but of what is spread over time, where no value is not zero, one that has it. */
function rowsThatCount(measure: MeasureDefinition): readonly Condition[] {
  return measure.nature === 'spread' ? rowConditions(measure) : [];
}

/** Key of the cell that members are listed under. */
export function cellKey(level: Level, { group, slot }: CellAt, total: boolean): number {
  return (total ? 0 : group) * level.slots.length + slot;
}
