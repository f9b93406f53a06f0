import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, isoDate } from '#shared/calendar.ts';
import { random } from './data.ts';

/** Deals, leads, activities and subscriptions of the customers and reps of the ledger, over the same five years; and targets and prices. */
const VERSION = 1;
const FIRST_DAY = dayOf(2021, 1, 1);
const DAYS = 1826;

type Line = (row: number, below: (n: number) => number) => readonly (string | number)[];

interface KindFile {
  readonly header: readonly string[];
  readonly rows: (most: number) => number;
  readonly line: Line;
}

const on = (day: number): string => isoDate(FIRST_DAY + day);
const customer = (n: number): string => `Customer ${String(n).padStart(5, '0')} AB`;
const rep = (n: number): string => `Rep ${String(n % 60).padStart(2, '0')}`;
const instant = (day: number, minute: number): string =>
  `${on(day)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const of = <T>(list: readonly T[], n: number): T | '' => list[n % list.length] ?? '';

const FILES = {
  deal: {
    header: [
      'deal id',
      'customer',
      'owner',
      'stage',
      'status',
      'value',
      'probability',
      'created',
      'demo date',
      'quote date',
      'expected close date',
      'close date',
      'cost',
    ],
    rows: (most) => most,
    line: (row, below) => {
      const [by, created, days] = [below(20_000), below(DAYS - 120), below(110)];
      const status = of(['won', 'won', 'lost', 'lost', 'open'], row);
      const closed = status === 'open' ? '' : on(created + days);
      const dated = [on(created), on(created + 5), on(created + 9), on(created + 100), closed];
      const stage = of(['Prospecting', 'Proposal', 'Negotiation'], row);
      return [
        `D${String(row)}`,
        customer(by),
        rep(by),
        stage,
        status,
        100 + below(90_000),
        below(100),
        ...dated,
        below(900),
      ];
    },
  },
  lead: {
    header: [
      'lead id',
      'company',
      'owner',
      'lead source',
      'created',
      'answered',
      'qualified',
      'converted',
      'converted at',
    ],
    rows: (most) => most,
    line: (row, below) => {
      const [by, day, minute] = [below(20_000), below(DAYS - 10), below(1440)];
      const [answered, converted] = [row % 5 > 0, row % 4 === 0];
      return [
        `L${String(row)}`,
        customer(by),
        rep(by),
        of(['Google', 'Fair', 'Friend'], row),
        instant(day, minute),
        answered ? instant(day + below(4), minute) : '',
        row % 2 === 0 ? 'yes' : 'no',
        converted ? 'yes' : 'no',
        converted ? instant(day + 7, minute) : '',
      ];
    },
  },
  activity: {
    header: ['activity date', 'activity type', 'owner', 'customer', 'done', 'deal id'],
    rows: (most) => most,
    line: (row, below) => {
      const type = of(['call', 'call', 'email', 'meeting', 'demo'], row);
      return [
        on(below(DAYS)),
        type,
        rep(below(60)),
        customer(below(20_000)),
        row % 3 ? 'yes' : 'no',
        `D${String(below(100_000))}`,
      ];
    },
  },
  subscription: {
    header: ['subscription id', 'customer', 'amount', 'start date', 'end date', 'interval', 'plan', 'type', 'status'],
    rows: (most) => most,
    line: (row, below) => {
      const [start, days, ended] = [below(DAYS - 30), 30 + below(700), row % 3 === 0];
      const interval = of(['month', 'month', 'quarter', 'year'], row);
      const end = ended ? on(start + days) : '';
      return [
        `S${String(row)}`,
        customer(below(20_000)),
        10 + below(900),
        on(start),
        end,
        interval,
        of(['Basic', 'Pro'], row),
        of(['new', 'upgrade'], row),
        ended ? 'ended' : 'active',
      ];
    },
  },
  target: {
    header: ['value', 'start', 'kpi', 'rep'],
    rows: () => 60 * 60,
    line: (row) => [
      100_000 + row,
      isoDate(dayOf(2021 + Math.floor(row / 720), 1 + (Math.floor(row / 60) % 12), 1)),
      'revenue',
      rep(row),
    ],
  },
  competitor_price: {
    header: ['product', 'competitor', 'price', 'date'],
    rows: () => 6000,
    line: (row, below) => {
      const category = of(
        ['Coffee', 'Tea', 'Machines', 'Spare parts', 'Service', 'Cups', 'Sirups', 'Filters', 'Grinders', 'Gifts'],
        row % 1500,
      );
      return [
        `P-${String(row % 1500).padStart(4, '0')} ${category}`,
        of(['Acme', 'Zed'], Math.floor(row / 1500)),
        5 + below(900),
        on(below(DAYS)),
      ];
    },
  },
  cost: {
    header: ['date', 'amount', 'cost category'],
    rows: () => 1200,
    line: (row, below) => [on(below(DAYS)), 1000 + below(90_000), of(['Ads', 'Wages', 'Rent'], row)],
  },
} as const satisfies Readonly<Record<string, KindFile>>;

export type OtherKind = keyof typeof FILES;
export const OTHER_KINDS = [
  'deal',
  'lead',
  'activity',
  'subscription',
  'target',
  'competitor_price',
  'cost',
] as const satisfies readonly OtherKind[];

/** Path of one kind's rows as comma-separated UTF-8; at most `most` of them. */
export function otherKindCsv(kind: OtherKind, most: number): string {
  const path = join(tmpdir(), `nyckeltal-bench-${String(VERSION)}-${kind}-${String(most)}.csv`);
  if (existsSync(path)) return path;
  const { header, rows, line }: KindFile = FILES[kind];
  const next = random(20_261_122 + kind.length);
  const below = (n: number): number => Math.floor(next() * n);
  const lines = Array.from({ length: rows(most) }, (_, row) => line(row, below).join(','));
  writeFileSync(`${path}.part`, `${[header.join(','), ...lines].join('\n')}\n`);
  renameSync(`${path}.part`, path);
  return path;
}
