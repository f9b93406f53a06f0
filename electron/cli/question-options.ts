import { CUSTOM_PREFIX } from '#shared/record-kinds.ts';
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

/** `region`, `date:month`, `month` for short, `custom:Ship Mode`. */
export function parseDimension(text: string): DimensionRef {
  if (isGrain(text)) return { dimension: DATE_DIMENSION, grain: text };
  if (text === DATE_DIMENSION) return { dimension: text, grain: 'month' };
  const at = text.lastIndexOf(':');
  const grain = text.slice(at + 1);
  if (at > 0 && isGrain(grain) && !text.startsWith(CUSTOM_PREFIX)) return { dimension: text.slice(0, at), grain };
  return { dimension: text };
}

/** Members of a field to keep. */
export type MemberFilter = Extract<Filter, { readonly values: unknown }>;

/** `region=West`, `region=West|East`; nothing after the sign is the unknown member. */
export function parseWhere(text: string): MemberFilter {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError('badWhere', { text });
  const values = text.slice(at + 1).split('|');
  return { dimension: text.slice(0, at), op: 'in', values: values.map((value) => (value === '' ? null : value)) };
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
