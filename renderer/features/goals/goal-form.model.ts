import type { Goal, GoalTarget } from '#shared/goals.ts';
import type { KpiEntry } from '#shared/contract.ts';
import type { Locale } from '#shared/format.ts';
import type { Filter } from '#shared/question.ts';
import type { Unit } from '#shared/units.ts';
import { typedNumber } from '../kpis/typed-number.model.ts';
import { fieldNumber, typedScale, type GoalWords } from './goal-words.model.ts';

/** What stands in the form's number fields, as it is typed. */
export interface TypedGoal {
  readonly value: string;
  readonly upTo: string;
}

/** A goal to begin with: of a KPI, for the year that goes on, as its direction and category say. */
export function newGoal(
  entry: Pick<KpiEntry, 'kpi' | 'direction' | 'category'>,
  {
    period,
    filters,
    parent,
  }: { readonly period: string; readonly filters: readonly Filter[]; readonly parent: Goal | null },
): Goal {
  const isActivity = entry.category === 'activity';
  return {
    id: crypto.randomUUID(),
    name: null,
    kpi: entry.kpi,
    filters: [...filters],
    period,
    target: { shape: isActivity ? 'count' : 'level', value: 0 },
    upTo: null,
    per: 'period',
    better: entry.direction === 'lower' ? 'lower' : 'higher',
    kind: isActivity ? 'activity' : 'result',
    spread: { by: 'last-year' },
    owner: null,
    parent: parent?.id ?? null,
    supporting: false,
    part: false,
    definition: null,
    history: [],
  };
}

/** The same goal for another KPI: what is better and what sort it is follow the KPI. */
export function ofKpi(
  { kpi, direction, category }: Pick<KpiEntry, 'kpi' | 'direction' | 'category'>,
  { target }: Goal,
): Partial<Goal> {
  const isActivity = category === 'activity';
  const shape = target.shape === 'count' || target.shape === 'level' ? (isActivity ? 'count' : 'level') : target.shape;
  return {
    kpi,
    better: direction === 'lower' ? 'lower' : 'higher',
    upTo: null,
    kind: isActivity ? 'activity' : 'result',
    target: inShape(target, shape),
  };
}

/** The fields of a goal as it is; empty for one that has no target yet. */
export function typedGoal(
  { target, upTo }: Goal,
  unit: Unit,
  isNew: boolean,
  { format }: Pick<GoalWords, 'format'>,
): TypedGoal {
  const scale = typedScale(target.shape, unit);
  const text = (value: number | null): string => (value === null ? '' : fieldNumber(value * scale, format));
  return { value: isNew && target.value === 0 ? '' : text(target.value), upTo: text(upTo) };
}

/** The goal with what is typed; null while a field is no number. Shares are typed in per cent. */
export function withTyped(goal: Goal, typed: TypedGoal, unit: Unit, locale: Locale): Goal | null {
  const scale = typedScale(goal.target.shape, unit);
  const [value, upTo] = [typedNumber(typed.value, locale), typedNumber(typed.upTo, locale)];
  if (value === null || (goal.better === 'range' && upTo === null)) return null;
  if (goal.target.shape === 'count' && value < 0) return null;
  return {
    ...goal,
    target: { ...goal.target, value: exact(value, scale) },
    upTo: goal.better === 'range' && upTo !== null ? exact(upTo, scale) : null,
  };
}

/** 2.5 % is 0.025 and not 0.025000000000000001. */
const exact = (value: number, scale: number): number => Number((value / scale).toPrecision(15));

/** The target in another shape, measured from last year where it needs a baseline. */
export function inShape(target: GoalTarget, shape: GoalTarget['shape']): GoalTarget {
  if (shape === 'level' || shape === 'count') return { shape, value: target.value };
  const from = 'from' in target ? target.from : 'last-year';
  return { shape, value: target.value, from };
}
