import type { Question } from '#shared/question.ts';
import type { Cell } from './cell.ts';
import type { Kpi } from './kpis/kpi.ts';
import { isNumber } from './numbers.ts';
import { text } from './rows.ts';
import type { World } from './world.ts';

/** A member's name, null for none; or all that is not kept of a dimension. */
export type Member = string | null | Rest;
export interface Rest {
  readonly but: ReadonlySet<string | null>;
}
export type Tuple = readonly Member[];

export const isRest = (member: Member): member is Rest => typeof member === 'object' && member !== null;

/** The field that a dimension of a question stands for. */
export const fieldOf = ({ dimension, grain = 'month' }: Question['rows'][number]): string =>
  dimension === 'cohort' || dimension === 'age' ? `${dimension}:${grain}` : dimension;

/** Members that some row of some kind has together. */
export function tuplesOf({ tables }: World, names: readonly string[]): readonly (readonly (string | null)[])[] {
  if (names.length === 0) return [[]];
  const tuples = new Map<string, readonly (string | null)[]>();
  for (const rows of Object.values(tables))
    for (const row of rows ?? []) {
      const tuple = names.map((name) => text(row, name));
      tuples.set(JSON.stringify(tuple), tuple);
    }
  return [...tuples.values()];
}

const swedish = new Intl.Collator('sv', { numeric: true });
const byName = (a: string, b: string): number => swedish.compare(a, b) || (a < b ? -1 : Number(a > b));

/** Which members stay by themselves under these names of the dimensions before theirs; null where all do. */
export type Keeps = (parents: Tuple) => Rest;

/**
 * The members of the last row dimension with the most of the first KPI over all of the period, under each of those before it that
 * are no dates. Null where there are no more than that.
 */
export function keptBy(
  { rows }: Question,
  world: World,
  first: Kpi,
  cellOf: (members: Cell['members'], met: (cell: Cell) => void) => void,
): Keeps | null {
  const names = rows.flatMap((ref) => (ref.dimension === 'date' ? [] : [fieldOf(ref)]));
  const n = rows.at(-1)?.top?.n;
  if (n === undefined) return null;
  const ranked = new Map<string, { readonly name: string | null; readonly value: number }[]>();
  for (const tuple of tuplesOf(world, names)) {
    const members = names.map((name, i) => [name, tuple[i] ?? null] as const);
    cellOf(members, (cell) => {
      const value = first(cell);
      const parent = JSON.stringify(tuple.slice(0, -1));
      const siblings = ranked.get(parent) ?? [];
      ranked.set(parent, siblings);
      siblings.push({ name: tuple.at(-1) ?? null, value: isNumber(value) ? value : -Infinity });
    });
  }
  if ([...ranked.values()].every(({ length }) => length <= n)) return null;
  const kept = new Map(
    [...ranked].map(([parent, siblings]) => {
      const best = siblings
        .toSorted((a, b) => (b.value === a.value ? byName(a.name ?? '', b.name ?? '') : b.value - a.value))
        .slice(0, n);
      return [parent, { but: new Set(best.map(({ name }) => name)) }] as const;
    }),
  );
  return (parents) => kept.get(JSON.stringify(parents)) ?? { but: new Set() };
}

/** Tuples with what is not kept made one; the member at this place is the ranked one. */
export function united(tuples: readonly (readonly (string | null)[])[], at: number, keeps: Keeps): readonly Tuple[] {
  const found = new Map<string, Tuple>();
  for (const tuple of tuples) {
    const rest = keeps(tuple.slice(0, at));
    const member = tuple[at] ?? null;
    const one: Tuple = tuple.map((name, i) => (i === at && !rest.but.has(member) ? rest : name));
    found.set(JSON.stringify(one.map((name) => (isRest(name) ? 0 : name))), one);
  }
  return [...found.values()];
}
