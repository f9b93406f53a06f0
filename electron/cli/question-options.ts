import { groupedField, groupedKey } from '#shared/grouped-fields.ts';
import { AGE_DIMENSION, COHORT_DIMENSION } from '#shared/members.ts';
import { CUSTOM_PREFIX } from '#shared/record-kinds.ts';
import { storedSearch } from '#shared/stored-words.ts';
import { storedOf } from '#shared/readers-words.ts';
import {
  DATE_DIMENSION,
  GRAINS,
  type DimensionRef,
  type Filter,
  type Grain,
  type QuestionInput,
} from '#shared/question.ts';
import type { Arguments } from './command.ts';
import { UsageError } from './usage-error.ts';

export const QUESTION_OPTIONS = {
  period: { type: 'string' },
  by: { type: 'string' },
  where: { type: 'string', multiple: true },
  compare: { type: 'string' },
  variant: { type: 'string', multiple: true },
} as const;

const comparisons = ['previous', 'last-year', 'target'] as const;

const isGrain = (text: string): text is Grain => GRAINS.some((grain) => grain === text);

/** Those that have their members by a grain of the question's. */
const GRAINED: ReadonlySet<string> = new Set([DATE_DIMENSION, COHORT_DIMENSION, AGE_DIMENSION]);

/** `region`, `date:month`, `month` for short, `created:month` or `month:created`, `custom:Ship Mode`, `month:custom:Due`. */
export function parseDimension(text: string): DimensionRef {
  if (isGrain(text)) return { dimension: DATE_DIMENSION, grain: text };
  if (text === DATE_DIMENSION) return { dimension: text, grain: 'month' };
  const at = text.lastIndexOf(':');
  const [field, grain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || !isGrain(grain) || text.startsWith(CUSTOM_PREFIX) || groupedField(text) !== null)
    return { dimension: text };
  return GRAINED.has(field) ? { dimension: field, grain } : { dimension: groupedKey(grain, field) };
}

/** A grouped field's key, also of one written the other way round; any other as it is written. */
function groupedDimension(text: string): string {
  const { dimension } = parseDimension(text);
  return groupedField(dimension) === null ? text : dimension;
}

/** Members of a field to keep. */
export type MemberFilter = Extract<Filter, { readonly values: unknown }>;

const SIGNS = ['!=', '!~', '>=', '<=', '^=', '$=', '=', '~', '@'] as const;

/**
 * A filter: `region=West|East` and `region!=West` by members, nothing after the sign being the unknown one
 * and words as they are shown (`status=vunnen`) as good as those stored; `customer~ab` and
 * `customer!~ab`, `customer^=ab`, `customer$=ab` by a part, the beginning or the end of their names; `amount>=100`, `amount<=500`;
 * `created@2026-Q3` by a date in a period.
 */
export function parseWhere(text: string): Filter {
  const places = SIGNS.flatMap((sign) => (text.indexOf(sign, 1) < 1 ? [] : [{ sign, at: text.indexOf(sign, 1) }]));
  const [first] = places.sort((a, b) => a.at - b.at || b.sign.length - a.sign.length);
  if (first === undefined) throw new UsageError('badWhere', { text });
  const { sign, at } = first;
  const dimension = groupedDimension(text.slice(0, at));
  const rest = text.slice(at + sign.length);
  const values = rest
    .split('|')
    .map((value) => (value === '' ? null : storedSearch(dimension, storedOf(dimension, value))));
  switch (sign) {
    case '=':
      return { op: 'in', dimension, values };
    case '!=':
      return { op: 'not-in', dimension, values };
    case '~':
      return { op: 'contains', dimension, text: rest };
    case '!~':
      return { op: 'not-contains', dimension, text: rest };
    case '^=':
      return { op: 'starts-with', dimension, text: rest };
    case '$=':
      return { op: 'ends-with', dimension, text: rest };
    case '>=':
    case '<=': {
      const limit = Number(rest.replace(',', '.'));
      if (rest.trim() === '' || !Number.isFinite(limit)) throw new UsageError('badWhere', { text });
      return { op: 'between', dimension, from: sign === '>=' ? limit : null, to: sign === '<=' ? limit : null };
    }
    case '@':
      return { op: 'period', dimension, period: rest };
  }
}

/** The members of a field to keep, where nothing else can be asked for. */
export function parseMembers(text: string): MemberFilter {
  const filter = parseWhere(text);
  if (filter.op !== 'in') throw new UsageError('badWhere', { text });
  return filter;
}

function pair(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new UsageError('badPair', { text });
  return [text.slice(0, at), text.slice(at + 1)];
}

export function questionOf(kpis: readonly string[], args: Arguments): QuestionInput {
  const compare = args.text('compare') ?? 'none';
  const known = comparisons.find((name) => name === compare);
  if (compare !== 'none' && known === undefined) throw new UsageError('badCompare', { text: compare });
  const by = args.text('by');
  return {
    kpis: [...kpis],
    rows: by === undefined ? [] : by.split(',').map(parseDimension),
    filters: args.list('where').map(parseWhere),
    period: args.text('period') ?? 'all',
    compare: known ?? 'none',
    variants: Object.fromEntries(args.list('variant').map(pair)),
  };
}
