/** Days as whole numbers by way of Date.UTC: no code in common with `#shared/calendar.ts`. */
const A_DAY = 86_400_000;

export const day = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / A_DAY;
export const iso = (at: number): string => new Date(at * A_DAY).toISOString().slice(0, 10);
const ymd = (at: number): readonly [number, number, number] => {
  const date = new Date(at * A_DAY);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
};
const first = (year: number, month: number): number => Date.UTC(year, month, 1) / A_DAY;
const mondayOf = (at: number): number => at - ((new Date(at * A_DAY).getUTCDay() + 6) % 7);

/** Both ends included; what lies after `through` does not count yet. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly through: number;
  /** What a step back is. */
  readonly step: 'day' | 'week' | 'month' | 'all';
  readonly count: number;
}

/** Weekdays worked (0 Monday) and days that are free all the same. */
export interface Working {
  readonly weekdays: readonly number[];
  readonly free: ReadonlySet<number>;
}

export interface Clock {
  readonly today: number;
  readonly data: { readonly from: number; readonly to: number } | null;
  readonly fiscalYearStart: number;
  readonly working: Working | null;
}

const works = (at: number, { weekdays, free }: Working): boolean =>
  weekdays.includes(at - mondayOf(at)) && !free.has(at);

/** Days from `a` to `b`, both included, that count: working days, or all of them where there is no calendar. */
export function countDays(a: number, b: number, working: Working | null): number {
  if (working === null) return Math.max(0, b - a + 1);
  let count = 0;
  for (let at = a; at <= b; at++) if (works(at, working)) count += 1;
  return count;
}

const monthEnd = (at: number): boolean => ymd(at + 1)[2] === 1;
/** The same day n months on, the last of a shorter month. */
export function addMonths(at: number, n: number): number {
  const [year, month, date] = ymd(at);
  return Math.min(first(year, month + n) + date - 1, first(year, month + n + 1) - 1);
}
const moveEnd = (at: number, n: number): number => (monthEnd(at) ? addMonths(at + 1, n) - 1 : addMonths(at, n));

/** As far into the other span as this one has come, counted in working days where there are any. */
function likeForLike(span: Span, other: Span, working: Working | null): Span {
  if (working === null || span.through === span.to || span.step === 'week' || span.step === 'all') return other;
  const worked = countDays(span.from, span.through, working);
  let [through, met] = [other.from - 1, 0];
  for (let at = other.from; at <= other.to && span.through >= span.from; at++) {
    if (works(at, working)) met += 1;
    else if (met === worked && works(span.through, working)) break;
    if (met > worked) break;
    through = at;
  }
  return { ...other, through };
}

function byMonths(span: Span, n: number, working: Working | null): Span {
  const closed = span.step === 'day' ? addMonths(span.to, n) : moveEnd(span.to, n);
  const through = span.through === span.to ? closed : Math.min(addMonths(span.through, n), closed);
  const other = { ...span, from: addMonths(span.from, n), to: closed, through };
  if (working !== null && span.through > span.from && monthEnd(span.from - 1) && monthEnd(span.through))
    return { ...other, through: Math.min(moveEnd(span.through, n), closed) };
  return likeForLike(span, other, working);
}

const byDays = (span: Span, n: number): Span => ({
  ...span,
  from: span.from + n,
  to: span.to + n,
  through: span.through + n,
});

export type Step = (span: Span, clock: Clock) => Span | null;

export const previous: Step = (span, { working }) => {
  if (span.step === 'all') return null;
  if (span.step === 'month') return byMonths(span, -span.count, working);
  return likeForLike(span, byDays(span, -span.count * (span.step === 'week' ? 7 : 1)), working);
};

export const lastYear: Step = (span, { working }) => {
  if (span.step === 'all') return null;
  if (span.step !== 'week') return byMonths(span, -12, working);
  const monday = mondayOf(span.from);
  const { year, week } = weekOf(monday);
  const earlier = mondayOf(first(year - 1, 0) + 3) + (week - 1) * 7;
  return weekOf(earlier).week === week ? byDays(span, earlier - monday) : null;
};

export const dayBefore: Step = ({ from }) => ({
  from: from - 1,
  to: from - 1,
  through: from - 1,
  step: 'day',
  count: 1,
});

export const monthToDate: Step = (span) => {
  const [year, month] = ymd(Math.max(span.from, span.through));
  const end = first(year, month + 1) - 1;
  return { from: first(year, month), to: end, through: Math.min(span.to, span.through), step: 'month', count: 1 };
};

export const whole: Step = (span) => ({ ...span, through: span.to });
export const ever: Step = (span) => ({ ...span, from: Math.min(span.from, -100_000), step: 'all', count: 1 });
export const lag =
  (n: number): Step =>
  (span, { working }) =>
    byMonths(span, -n, working);

export const trailingYear: Step = (span) => {
  const to = Math.min(span.to, span.through);
  const from = monthEnd(to) ? addMonths(to + 1, -12) : addMonths(to, -12) + 1;
  return { from, to, through: to, step: 'month', count: 12 };
};

function weekOf(at: number): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(at) + 3;
  const [year] = ymd(thursday);
  return { year, week: Math.floor((thursday - first(year, 0)) / 7) + 1 };
}

const pad = (n: number, length: number): string => String(n).padStart(length, '0');
const named = (key: string, from: number, months: number): Unit => {
  const [year, month] = ymd(from);
  return { key, from, to: first(year, month + months) - 1, step: 'month', count: months };
};
type Unit = Omit<Span, 'through'> & { readonly key: string };

/** The calendar unit that holds a day. */
export function unitOf(at: number, grain: string, fiscalYearStart: number): Unit {
  const [year, month] = ymd(at);
  const sinceFiscal = (month + 13 - fiscalYearStart) % 12;
  const fiscalFirst = first(year, month - sinceFiscal);
  const fiscalYear = `FY${pad(ymd(first(...ymd2(fiscalFirst, 11)))[0], 4)}`;
  switch (grain) {
    case 'day':
      return { key: iso(at), from: at, to: at, step: 'day', count: 1 };
    case 'week': {
      const of = weekOf(at);
      const monday = mondayOf(at);
      return { key: `${pad(of.year, 4)}-W${pad(of.week, 2)}`, from: monday, to: monday + 6, step: 'week', count: 1 };
    }
    case 'month':
      return named(iso(at).slice(0, 7), first(year, month), 1);
    case 'quarter': {
      const quarter = Math.floor(month / 3);
      return named(`${pad(year, 4)}-Q${String(quarter + 1)}`, first(year, quarter * 3), 3);
    }
    case 'fiscal-quarter': {
      const quarter = Math.floor(sinceFiscal / 3);
      return named(`${fiscalYear}-Q${String(quarter + 1)}`, first(...ymd2(fiscalFirst, quarter * 3)), 3);
    }
    case 'fiscal-year':
      return named(fiscalYear, fiscalFirst, 12);
    default:
      return named(pad(year, 4), first(year, 0), 12);
  }
}
function ymd2(at: number, months: number): [number, number] {
  const [year, month] = ymd(at);
  return [year, month + months];
}

/** Data that stop within three days of a month's end once it is over say all of it. */
const lastCounted = ({ today, data }: Clock): number => {
  const reached = Math.min(today, data?.to ?? today);
  const month = unitOf(reached, 'month', 1);
  return month.to < today && month.to - reached <= 3 ? month.to : reached;
};

/** Period texts: `all`, `2024`, `2024-Q1`, `2024-02`, `2024-W09`, a day, `FY2024`, `FY2024-Q1`, two of them as `a..b`, `latest-…`, `this-…`. */
export function periodOf(text: string, clock: Clock, reach: readonly number[] = []): Span & { readonly open: boolean } {
  const { today, data, fiscalYearStart } = clock;
  if (text === 'all') {
    const days = [...reach, data?.from ?? today, data?.to ?? data?.from ?? today];
    const [from, to] = [Math.min(...days), Math.max(...days)];
    const through = reach.length === 0 && today <= to ? Math.min(lastCounted(clock), to) : to;
    return { from, to, through, step: 'all', count: 1, open: today <= to };
  }
  const span = stretch(text, clock, fiscalYearStart);
  const open = today <= span.to;
  return { ...span, open, through: open ? Math.min(lastCounted(clock), span.to) : span.to };
}

function stretch(text: string, { today, data }: Clock, fiscalYearStart: number): Omit<Span, 'through'> {
  const [a = '', b] = text.split('..');
  if (b !== undefined) {
    const [from, to] = [unitNamed(a, fiscalYearStart).from, unitNamed(b, fiscalYearStart).to];
    if (!monthEnd(from - 1) || !monthEnd(to)) return { from, to, step: 'day', count: to - from + 1 };
    const [[y1, m1], [y2, m2]] = [ymd(from), ymd(to)];
    return { from, to, step: 'month', count: (y2 - y1) * 12 + m2 - m1 + 1 };
  }
  const grain = /^(?:latest|this)-(.+)$/.exec(text)?.[1];
  if (grain === undefined) return unitNamed(text, fiscalYearStart);
  return unitOf(text.startsWith('this') ? today : Math.min(today, data?.to ?? today), grain, fiscalYearStart);
}

/** Found by looking: the unit of some day near the year whose name it is. */
function unitNamed(text: string, fiscalYearStart: number): Unit {
  const grain = /^FY....-Q/.test(text)
    ? 'fiscal-quarter'
    : text.startsWith('FY')
      ? 'fiscal-year'
      : ({ 4: 'year', 7: text.includes('Q') ? 'quarter' : 'month', 8: 'week', 10: 'day' }[text.length] ?? 'year');
  const year = Number(text.replace('FY', '').slice(0, 4));
  for (let at = first(year - 1, 0); at < first(year + 1, 6); at++) {
    const unit = unitOf(at, grain, fiscalYearStart);
    if (unit.key === text) return unit;
  }
  throw new Error(`no period ${text}`);
}

export interface Bucket {
  readonly key: string;
  readonly whole: Span;
  readonly span: Span;
}

/** What both cover, stepping as the first. */
export function shared(a: Span, b: Span): Span | null {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return to < from ? null : { ...a, from, to, through: Math.min(a.through, b.through, to) };
}

/** Units of a period as far as it has come; those of `all` uncut. */
export function bucketsOf(period: Span, grain: string, { today, fiscalYearStart }: Clock): readonly Bucket[] {
  const buckets: Bucket[] = [];
  for (let at = period.from; at <= Math.min(period.to, period.through);) {
    const { key, ...unit } = unitOf(at, grain, fiscalYearStart);
    const through = today <= unit.to ? Math.min(period.through, unit.to) : unit.to;
    const uncut = { ...unit, through };
    const span = period.step === 'all' ? uncut : shared(uncut, period);
    if (span !== null) buckets.push({ key, whole: uncut, span });
    at = unit.to + 1;
  }
  return buckets;
}
