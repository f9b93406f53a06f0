import {
  inputsOf,
  oversIn,
  readingKey,
  type Expression,
  type Input,
  type OverNode,
  type Reading,
} from '../formula/expression.ts';
import type { CellAt, Level, MemberAt } from './levels.ts';
import type { MeasureReader } from './measure-reader.ts';
import { partsOf } from './measure-parts.ts';
import { memo } from './memo.ts';
import { placingKey } from './placing-key.ts';

/** An …_over in a KPI's formula: the rows of those members stand behind the number that bring something to it. */
export interface OverPart {
  /** Of this one among all of a plan. */
  readonly id: string;
  readonly node: OverNode;
  /** How its body is read for a member. */
  readonly within: Reading;
  readonly inputs: readonly Input[];
}

/** The …_over of a KPI's expression that it reads for itself, not only to compare with. `owner` tells KPIs apart. */
export function overParts(expression: Expression, owner: string): readonly OverPart[] {
  return oversIn(expression).flatMap(({ node, within }, i): readonly OverPart[] =>
    within.total ? [] : [{ id: `${owner} ${String(i)}`, node, within, inputs: inputsOf(node.body, within) }],
  );
}

/** Whether an …_over reads a measure's rows as an input does. */
export function reads({ inputs }: OverPart, input: Input): boolean {
  const key = `${placingKey(input.measure)} ${readingKey(input)}`;
  return inputs.some((one) =>
    partsOf(one.measure).some((measure) => `${placingKey(measure)} ${readingKey(one)}` === key),
  );
}

/** The members of a cell by what they bring to an …_over. */
export interface Standing {
  /** A value that is not zero. */
  readonly counted: readonly MemberAt[];
  /** No value: they are passed over. */
  readonly passed: readonly MemberAt[];
}

export type StandingOf = (level: Level, cell: CellAt, part: OverPart) => Standing;

/** Which members count in a cell, found out once. */
export function memberStanding(reader: Pick<MeasureReader, 'value' | 'members'>): StandingOf {
  const known = memo<Level, Standing>();
  return (level, cell, { id, node, within, inputs }) =>
    known(level, `${id} ${String(cell.group)} ${String(cell.slot)}`, () => {
      const members = reader.members(level, cell, inputs, within.total);
      if ('code' in members) return { counted: [], passed: [] };
      const ofMember = reader.value(level, node.body, within);
      const valued = members.map((member) => ({ member, value: ofMember({ ...cell, ...member }).value }));
      return {
        counted: valued.flatMap(({ member, value }) => (value === null || value === 0 ? [] : [member])),
        passed: valued.flatMap(({ member, value }) => (value === null ? [member] : [])),
      };
    });
}
