import type { Answer } from '#shared/question.ts';
import { nowAndBefore, scaled } from './insight.ts';

export interface Contribution {
  readonly name: string | null;
  /** Ten-thousandths. */
  readonly amount: number;
}

export interface Contributions {
  /** Ten-thousandths, both. */
  readonly before: number;
  readonly change: number;
  /** The largest first, whatever their sign; equal ones in the answer's order. Together they are the change. */
  readonly members: readonly Contribution[];
}

/**
 * What each member of an answer by one dimension contributed to the change of an additive KPI; null without a comparison, or with a part of one. What the members
 * do not account for is the unknown member's, so that they add up to the change exactly.
 * Example: 60 and 40 against 50 and 45 is a change of 5: 10 and −5.
 */
export function contributionsOf(answer: Answer, kpi: string): Contributions | null {
  const found = nowAndBefore(answer, kpi);
  if (found === null) return null;
  const [now, before] = [scaled(found.now), scaled(found.before)];
  let rest = now - before;
  const members = answer.cells.flatMap((cell): Contribution[] => {
    if (cell.kpi !== kpi || cell.row.length !== 1) return [];
    const amount = scaled(cell.value ?? 0) - scaled(cell.compare?.value ?? 0);
    rest -= amount;
    return [{ name: cell.row[0] ?? null, amount }];
  });
  const unknown = members.find(({ name }) => name === null);
  const whole =
    rest === 0
      ? members
      : [...members.filter((each) => each !== unknown), { name: null, amount: (unknown?.amount ?? 0) + rest }];
  return {
    before,
    change: now - before,
    members: whole.filter(({ amount }) => amount !== 0).toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
  };
}
