import type { Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { rowConditions } from '#shared/measures.ts';
import { readingKey, type Input } from '../formula/expression.ts';
import type { Level } from './levels.ts';
import { partsOf } from './measure-parts.ts';
import type { MeasureReader } from './measure-reader.ts';
import { reads, type OverPart } from './over-parts.ts';
import { placingKey } from './placing-key.ts';

/** Rows that meet all conditions of at least one list. */
export type Alternatives = readonly (readonly Condition[])[];

/** Inputs that read the same rows: one kind, one date, one time. Rows are counted once in a source. */
export interface RowSource {
  readonly input: Input;
  readonly measures: readonly MeasureDefinition[];
  /** What it is read in member by member; empty where it stands by itself. */
  readonly overs: readonly OverPart[];
}

/** The sources of some inputs, in their order; of a measure that counts rows of several kinds one for each. */
export function rowSources(inputs: readonly Input[], overs: readonly OverPart[]): readonly RowSource[] {
  const sources = new Map<string, Input[]>();
  for (const input of inputs.flatMap(partsOfInput)) {
    const key = `${placingKey(input.measure)} ${readingKey(input)}`;
    const same = sources.get(key) ?? [];
    sources.set(key, same);
    same.push(input);
  }
  return [...sources.values()].flatMap((same) => {
    const [input] = same;
    if (input === undefined) return [];
    const within = input.over === null ? [] : overs.filter((part) => reads(part, input));
    return [{ input, measures: same.map(({ measure }) => measure), overs: within }];
  });
}

function partsOfInput(input: Input): readonly Input[] {
  return partsOf(input.measure).map((measure) => ({ ...input, measure }));
}

/** Inputs whose rows stand behind a cell; what is read over all members for a share is only compared with. */
export function ownInputs(inputs: readonly Input[]): readonly Input[] {
  return inputs.filter(({ total }) => !total);
}

/** A source without the measures that have no answer at a level; null where none has. Others may read the same rows all the same. */
export function answeredAt(reader: MeasureReader, level: Level, source: RowSource): RowSource | null {
  const inputs = source.measures.map((measure): Input => ({ ...source.input, measure }));
  const [input, ...others] = inputs.filter((one) => reader.refusal(level, one) === null);
  return input === undefined ? null : { ...source, input, measures: [input, ...others].map(({ measure }) => measure) };
}

/** Rows that at least one of a source's measures uses at a level. */
export function usedBy(reader: MeasureReader, level: Level, { input, measures }: RowSource): Alternatives {
  return measures.map((measure) => rowConditions(reader.measureAt(level, { ...input, measure })));
}

/** Rows it would use if no value were missing. */
export function meantBy({ measures }: RowSource): Alternatives {
  return measures.map(({ where }) => where.filter(({ is }) => is !== 'present'));
}

export const withPresent = (alternatives: Alternatives, field: string): Alternatives =>
  alternatives.map((conditions) => [...conditions, { field, is: 'present' }]);
