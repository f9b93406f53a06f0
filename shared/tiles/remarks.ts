import type { Annotation } from '../annotations.ts';
import { isoDate } from '../calendar.ts';
import type { ChartAnnotation } from '../charts/model.ts';
import { DATE_DIMENSION, OTHER } from '../members.ts';
import { unitNamed } from '../period-units.ts';
import type { Filter } from '../question.ts';

/** Both ends included, ISO. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What is shown: a remark on a region stands where rows of that region alone are counted. */
export interface RemarkScope {
  /** As the question names them. */
  readonly kpis: ReadonlySet<string>;
  readonly period: Days;
  readonly filters: readonly Filter[];
}

/** A name that a mark or a line of a table stands for; of a date the days it holds, null where they are unknown. */
export interface Named {
  readonly dimension: string | undefined;
  readonly name: string | null | undefined;
  readonly days: Days | null;
}

export type RemarkPlace = Pick<Annotation, 'day' | 'mark'>;

const holds = ({ from, to }: Days, day: string): boolean => from <= day && day <= to;

/** The days of a period's text, which is how dates are named. Example: '2026-Q3' is 1 July to 30 September; null for anything else. */
export function daysOfPeriod(text: string | null, fiscalYearStart: number): Days | null {
  const unit = text === null ? null : unitNamed(text, fiscalYearStart);
  return unit === null ? null : { from: isoDate(unit.from), to: isoDate(unit.to) };
}

/** The names that a line of a table stands for, from the outermost. Example: the path Norr, 2026-05 of region and month is Norr and the days of May. */
export function namesOf(
  refs: readonly { readonly dimension: string }[],
  path: readonly (string | null)[],
  fiscalYearStart: number,
): readonly Named[] {
  return path.map((name, depth) => {
    const dimension = refs[depth]?.dimension;
    return { dimension, name, days: dimension === DATE_DIMENSION ? daysOfPeriod(name, fiscalYearStart) : null };
  });
}

/**
 * Whether a remark is about what a mark or a line stands for, its last name saying most: one on a day at the dates that hold it, one on a
 * member at the member, and at dates within it or where the filters leave it alone.
 * Example: a remark on Norr in May is about May within Norr and about Norr in any period with May, not about May as a whole.
 */
export function isAbout(
  { day, kpi, mark }: Pick<Annotation, 'day' | 'kpi' | 'mark'>,
  names: readonly Named[],
  { kpis, period, filters }: RemarkScope,
): boolean {
  const own = names.at(-1);
  if (own === undefined || (kpi !== null && !kpis.has(kpi)) || !holds(period, day)) return false;
  const dates = names.filter(({ dimension }) => dimension === DATE_DIMENSION);
  if (dates.some(({ days }) => days === null || !holds(days, day))) return false;
  const isDate = own.dimension === DATE_DIMENSION;
  if (mark === undefined) return isDate;
  const isMarked = ({ dimension, name }: Named): boolean => dimension === mark.dimension && name === mark.member;
  return isDate ? names.some(isMarked) || leavesAlone(filters, mark) : isMarked(own);
}

function leavesAlone(filters: readonly Filter[], { dimension, member }: NonNullable<Annotation['mark']>): boolean {
  return filters.some(
    (filter) =>
      filter.op === 'in' && filter.dimension === dimension && filter.values.length === 1 && filter.values[0] === member,
  );
}

interface Place extends Named {
  readonly key: string;
}

/**
 * What a remark written at a mark or a line is about: a date, on its last day; a member, on the last day of the dates it stands in; never
 * after `through`, the last day with data, where an earlier day is there. Null for totals and for Other.
 * Example: Norr within May is Norr on 31 May, in a table without dates Norr on the last day with data.
 */
export function placeOfRemark(names: readonly Named[], through: string): RemarkPlace | null {
  const own = names.at(-1);
  if (own?.dimension === undefined || own.name === undefined || own.name === OTHER) return null;
  const days = names.findLast((each) => each.days !== null)?.days ?? null;
  const day = days === null || (days.from <= through && through < days.to) ? through : days.to;
  if (own.dimension !== DATE_DIMENSION) return { day, mark: { dimension: own.dimension, member: own.name } };
  return own.days === null ? null : { day };
}

/** The remarks that a chart shows, each at the first place it is about: a category, or a mark of a series there. */
export function annotationsAt(
  remarks: readonly Annotation[],
  categories: readonly Place[],
  series: readonly Place[],
  scope: RemarkScope,
): readonly ChartAnnotation[] {
  return remarks.flatMap((remark): readonly ChartAnnotation[] => {
    const { id, text, author } = remark;
    for (const category of categories) {
      if (isAbout(remark, [category], scope)) return [{ id, at: category.key, series: null, text, author }];
      const own = series.find((each) => isAbout(remark, [each, category], scope));
      if (own !== undefined) return [{ id, at: category.key, series: own.key, text, author }];
    }
    return [];
  });
}
