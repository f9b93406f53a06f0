import type { TypedValues } from '#engine/ports/import-writer.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { daysOf, textClasses, textsOf, type BlockValues, type FieldRule } from './field-rules.ts';
import { headerWords } from './header-words.ts';
import { saysOnlyWon } from './standard-words.ts';

const STATUS = ['', 'open', 'won', 'lost'] as const;
const [NONE, OPEN, WON, LOST] = [0, 1, 2, 3] as const;

const WON_STAGE = /(?:^| )(?:won|closedwon|vunn(?:en|et|a)|gewonnen|ganad[oa])(?: |$)/;
const LOST_STAGE =
  /(?:^| )(?:lost|closedlost|förlorad|förlorat|verloren|perdid[oa]|disqualified|diskvalificerad)(?: |$)/;

/** What a stage says of the deal: `closedlost` and 'Closed - Lost to competition' are lost, 'Negotiation' says nothing. */
function statusOfStage(stage: string): number {
  const words = headerWords(stage);
  return LOST_STAGE.test(words) ? LOST : WON_STAGE.test(words) ? WON : NONE;
}

/** Columns of the file that tell how a deal went, beside its fields. */
export interface DealColumns {
  /** Header of the column of the status, if there is one. */
  readonly statusHeader: string | null;
  /** Fields with the date a deal was won or lost. */
  readonly wonAt: string | null;
  readonly lostAt: string | null;
}

/**
 * The rules of deals, given the fields the file has: the status is the file's word, else what the stage says, else won or
 * lost by the date of that, else open; the close date of an open deal is the expected one.
 * Example: stage 'Closed Won' is status 'won'; an open deal closed on 2026-12-01 has expected_close 2026-12-01.
 */
export function dealRules(given: ReadonlySet<string>, columns: DealColumns): readonly FieldRule[] {
  const sources = [...(given.has('status') ? ['status'] : []), ...(given.has('stage') ? ['stage'] : [])];
  const dated = [columns.wonAt, columns.lostAt].filter((key) => key !== null);
  if (sources.length + dated.length === 0) return [];
  const rules = [statusRule(given, columns)];
  if (given.has('closed') && !given.has('expected_close')) rules.push(EXPECTED_CLOSE, CLOSED_IS_NOT_OPEN);
  return rules;
}

function statusRule(given: ReadonlySet<string>, { statusHeader, wonAt, lostAt }: DealColumns): FieldRule {
  // Not won and nothing else known: open or lost, nobody can tell.
  const other = statusHeader !== null && saysOnlyWon(statusHeader) && !given.has('stage') ? NONE : OPEN;
  return {
    field: 'status',
    from: given.has('status') ? null : given.has('stage') ? 'stage' : 'closed',
    ofRow: true,
    start: () => {
      const ofWord = textClasses((word) =>
        Math.max(
          NONE,
          STATUS.findIndex((status) => status === word),
        ),
      );
      const ofStage = textClasses(statusOfStage);
      return (values, rows) => {
        const [status, stage] = [textsOf(values, 'status'), textsOf(values, 'stage')];
        const [won, lost] = [wonAt, lostAt].map((key) => (key === null ? null : daysOf(values, key)));
        const codes = new Int32Array(rows);
        for (let i = 0; i < rows; i++) {
          let code = status === null ? NONE : ofWord(status, i);
          if (code === NONE && stage !== null) code = ofStage(stage, i);
          if (code === NONE && won != null && won[i] !== NO_DAY) code = WON;
          if (code === NONE && lost != null && lost[i] !== NO_DAY) code = LOST;
          codes[i] = code === NONE ? other : code;
        }
        return { type: 'text', codes, texts: STATUS };
      };
    },
  };
}

/** Exports with one close date use it for both: when it is to close, and when it did. */
const EXPECTED_CLOSE: FieldRule = {
  field: 'expected_close',
  from: 'closed',
  ofRow: true,
  start: () => (values, rows) => closedWhere(values, rows, true),
};

const CLOSED_IS_NOT_OPEN: FieldRule = {
  field: 'closed',
  from: null,
  ofRow: true,
  start: () => (values, rows) => closedWhere(values, rows, false),
};

function closedWhere(values: BlockValues, rows: number, open: boolean): TypedValues {
  const closed = daysOf(values, 'closed');
  const status = textsOf(values, 'status')?.codes;
  const days = new Int32Array(rows).fill(NO_DAY);
  for (let i = 0; i < rows; i++) if ((status?.[i] === OPEN) === open) days[i] = closed?.[i] ?? NO_DAY;
  return { type: 'day', days };
}
