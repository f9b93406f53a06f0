import {
  inputsOf,
  oversIn,
  readingKey,
  type Expression,
  type Input,
  type OverNode,
  type Reading,
} from '../formula/expression.ts';
import type { NoValue, Read } from '../formula/evaluate.ts';
import type { Outcome } from '../formula/outcome.ts';
import { mayStopAmong } from '../stoppable.ts';
import type { CellAt, Level, MemberAt } from './levels.ts';
import type { MeasureReader } from './measure-reader.ts';
import { partsOf } from './measure-parts.ts';
import { placingKey } from './placing-key.ts';

/** An …_over in a KPI's formula: the rows of those members stand behind the number that bring something to it. */
export interface OverPart {
  readonly node: OverNode;
  /** How its body is read for a member. */
  readonly within: Reading;
  readonly inputs: readonly Input[];
}

/** The …_over of a KPI's expression that it reads for itself, not only to compare with. */
export function overParts(expression: Expression): readonly OverPart[] {
  return oversIn(expression).flatMap(({ node, within }): readonly OverPart[] =>
    within.total ? [] : [{ node, within, inputs: inputsOf(node.body, within) }],
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

/** What every member of a cell brings to an …_over. */
interface Brought {
  readonly members: readonly MemberAt[];
  readonly outcomes: readonly Outcome[];
}

export type BroughtIn = (cell: CellAt) => Brought | NoValue;

/**
 * What members bring to an …_over in the cells of a level. Its value and the rows behind it are asked for one after the other: the
 * last cell is remembered.
 */
export function broughtByMembers(
  reader: Pick<MeasureReader, 'value' | 'members'>,
  level: Level,
  node: OverNode,
  within: Reading,
): BroughtIn {
  const membersOf = reader.members(level, inputsOf(node.body, within), within.total);
  let ofMember: Read<CellAt> | null = null;
  let last: { readonly group: number; readonly slot: number; readonly brought: Brought | NoValue } | null = null;
  return ({ group, slot }) => {
    if (last?.group === group && last.slot === slot) return last.brought;
    const members = membersOf({ group, slot });
    const read = (ofMember ??= reader.value(level, node.body, within));
    const outcomeOf = ({ member, memberGroup }: MemberAt): Outcome => {
      mayStopAmong();
      return read({ group, slot, member, memberGroup });
    };
    const brought: Brought | NoValue =
      'code' in members ? { value: null, reason: members } : { members, outcomes: members.map(outcomeOf) };
    last = { group, slot, brought };
    return brought;
  };
}

export function standingIn({ members, outcomes }: Brought): Standing {
  const counted: MemberAt[] = [];
  const passed: MemberAt[] = [];
  for (const [i, at] of members.entries()) {
    const value = outcomes[i]?.value ?? null;
    if (value === null) passed.push(at);
    else if (value !== 0) counted.push(at);
  }
  return { counted, passed };
}
