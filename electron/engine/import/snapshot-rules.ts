import { isoDate, type Day } from '#shared/calendar.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { constantText, daysOf, snapshotDay, textsOf, type FieldRule } from './field-rules.ts';
import { headerWords } from './header-words.ts';

/** What the rules of leads and subscriptions look at. */
export interface Snapshot {
  /** The fields the file has. */
  readonly given: ReadonlySet<string>;
  /** Whether any column of the file holds dates: one of them may be the one that is missing. */
  readonly hasDates: boolean;
  /** The day the file is read, null where nobody knows it. */
  readonly today: Day | null;
}

const MINUTES = 1440;

/**
 * Leads: with a date of conversion, those that have one are converted. A file without any date says how things stand: its
 * rows are placed at the day it is read. Example: X Education's 9 240 leads get `created` today.
 */
export function leadRules({ given, hasDates, today }: Snapshot): readonly FieldRule[] {
  const rules: FieldRule[] = [];
  if (given.has('converted_at') && !given.has('converted')) rules.push(CONVERTED);
  if (!given.has('created') && !hasDates && today !== null) {
    rules.push(snapshotDay('created', today, isoDate(today), MINUTES));
  }
  return rules;
}

const CONVERTED: FieldRule = {
  field: 'converted',
  from: 'converted_at',
  ofRow: true,
  start: () => (values, rows) => {
    const days = daysOf(values, 'converted_at');
    const flags = new Uint8Array(rows);
    for (let i = 0; i < rows; i++) flags[i] = days?.[i] === NO_DAY ? 0 : 1;
    return { type: 'flag', flags };
  },
};

/** The period an amount is for where its header says so: 'MonthlyCharges' and 'mrr_amount' a month, 'ARR' a year. */
export function periodOfAmount(header: string): 'month' | 'year' | null {
  const words = headerWords(header);
  if (/(?:^| )(?:mrr|monthly|month|månad|månads\S*)(?: |$)/.test(words)) return 'month';
  return /(?:^| )(?:arr|annual|yearly|year|år|års\S*)(?: |$)/.test(words) ? 'year' : null;
}

/**
 * Subscriptions: the interval follows from an amount named by its period. A file with status or tenure and no dates is a
 * snapshot: its rows start on the day it is read, and those that have ended end on it, so that they are never active. They are marked as
 * such, since churn within such a list is the share that has ended.
 */
export function subscriptionRules(snapshot: Snapshot, amountHeader: string | null): readonly FieldRule[] {
  const { given, hasDates, today } = snapshot;
  const rules: FieldRule[] = [];
  const period = amountHeader === null ? null : periodOfAmount(amountHeader);
  if (period !== null && !given.has('interval')) rules.push(constantText('interval', period, 'amount'));
  const standing = given.has('status') || given.has('tenure_months');
  if (given.has('start') || hasDates || today === null || !standing) return rules;
  rules.push(snapshotDay('start', today, isoDate(today), 1), SNAPSHOT);
  if (given.has('status')) rules.push(endOfEnded(today));
  return rules;
}

const SNAPSHOT: FieldRule = {
  field: 'snapshot',
  from: null,
  ofRow: false,
  start: () => (_, rows) => ({ type: 'flag', flags: new Uint8Array(rows).fill(1) }),
};

function endOfEnded(today: Day): FieldRule {
  return {
    field: 'end',
    from: 'status',
    ofRow: false,
    start: () => (values, rows) => {
      const status = textsOf(values, 'status');
      const ended = status?.texts.indexOf('ended') ?? -1;
      const days = new Int32Array(rows).fill(NO_DAY);
      for (let i = 0; i < rows; i++) if (ended > 0 && status?.codes[i] === ended) days[i] = today;
      return { type: 'day', days };
    },
  };
}
