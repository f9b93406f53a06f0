export interface StageLine {
  readonly stage: string;
  /** Deals with the stage; none for one that only has a weight. */
  readonly deals: number;
  /** Null where none is given. */
  readonly weight: number | null;
}

const folded = (stage: string): string => stage.trim().toLocaleLowerCase();

/** The stages of the deals, then those that have a weight and no deal. Upper and lower case are the same. */
export function stageLines(
  stored: readonly { readonly name: string | null; readonly rows: number }[],
  weights: Readonly<Record<string, number>>,
): readonly StageLine[] {
  const given = new Map(Object.entries(weights).map(([stage, weight]) => [folded(stage), weight]));
  const named = stored.flatMap(({ name, rows }): readonly StageLine[] =>
    name === null || name.trim() === '' ? [] : [{ stage: name, deals: rows, weight: given.get(folded(name)) ?? null }],
  );
  const known = new Set(named.map(({ stage }) => folded(stage)));
  const others = Object.entries(weights).filter(([stage]) => !known.has(folded(stage)));
  return [...named, ...others.map(([stage, weight]): StageLine => ({ stage, deals: 0, weight }))];
}

/** The weights with another one for a stage, or without one. */
export function weightsWith(
  weights: Readonly<Record<string, number>>,
  stage: string,
  weight: number | null,
): Record<string, number> {
  const others = Object.entries(weights).filter(([name]) => folded(name) !== folded(stage));
  return Object.fromEntries(weight === null ? others : [...others, [stage, weight]]);
}
