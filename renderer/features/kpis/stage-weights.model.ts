import type { AnswerCell } from '#shared/question.ts';

export interface StageLine {
  readonly stage: string;
  /** Open deals with the stage; none for one that only has a weight. */
  readonly deals: number;
  /** Null where none is given. */
  readonly weight: number | null;
}

const folded = (stage: string): string => stage.trim().toLocaleLowerCase();

/** The stages that open deals are in, then others that have a weight. Upper and lower case are the same. */
export function stageLines(
  cells: readonly Pick<AnswerCell, 'row' | 'rows'>[],
  weights: Readonly<Record<string, number>>,
): readonly StageLine[] {
  const given = new Map(Object.entries(weights).map(([stage, weight]) => [folded(stage), weight]));
  const named = cells.flatMap(({ row: [name], rows }): readonly StageLine[] => {
    const deals = rows.used + rows.leftOut;
    if (name === undefined || name === null || name.trim() === '' || deals === 0) return [];
    return [{ stage: name, deals, weight: given.get(folded(name)) ?? null }];
  });
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
