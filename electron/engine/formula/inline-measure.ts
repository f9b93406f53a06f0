import { anyFieldOf, derivedFields } from '#shared/derived-fields.ts';
import type { Aggregate, Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import {
  CUSTOM_PREFIX,
  DATED_KINDS,
  DERIVED_KINDS,
  fieldsOfKind,
  LIST_KINDS,
  MAIN_DATES,
  type FieldType,
  type QueryKind,
} from '#shared/record-kinds.ts';
import type { Unit } from '#shared/units.ts';
import type { AggregateNode, FieldCondition, Word } from './formula.ts';
import { badFormula } from './formula-error.ts';
import { nearestNames } from './nearest-names.ts';
import { printFormula } from './print-formula.ts';

/** What is known of a field: null for a file's own column that no one has looked at. */
export interface FieldFacts {
  readonly type: FieldType | null;
  readonly unit: Unit | null;
}

/** The fields of the data at hand beyond the catalogue's: the files' own columns. */
export type FieldsAtHand = (kind: QueryKind, key: string) => FieldFacts | null;

export interface InlineMeasure {
  readonly measure: MeasureDefinition;
  /** Null where the values may be anything: an own column without a unit, or a target, which may be of money, calls or customers. */
  readonly unit: Unit | null;
}

const KINDS: readonly QueryKind[] = [...DATED_KINDS, ...DERIVED_KINDS];

/**
 * An aggregate written in a formula as the measure it stands for: a flow by the kind's main date, or by the one it names. Its id is its text.
 * Throws E_BAD_FORMULA at the word nobody knows or whose values do not fit.
 * Example: `count(deal by closed, status = "won")` counts deals whose status is won by their date of close.
 */
export function inlineMeasure(node: AggregateNode, text: string, atHand?: FieldsAtHand): InlineMeasure {
  const kind = KINDS.find((known) => known === node.kind.name);
  if (kind === undefined) throw badFormula(text, node.kind, 'unknown-name', nearestNames(node.kind.name, KINDS));
  if (node.field === null && node.do !== 'count')
    throw badFormula(text, { at: node.kind.end, end: node.kind.end }, 'expected', ['.']);
  const factsOf = (word: Word): FieldFacts => {
    const facts = factsOfField(kind, word.name, atHand);
    if (facts === null) throw badFormula(text, word, 'unknown-name', nearestNames(word.name, keysOf(kind)));
    return facts;
  };
  const typed = (word: Word, ...types: readonly FieldType[]): FieldFacts => {
    const facts = factsOf(word);
    if (facts.type !== null && !types.includes(facts.type)) throw badFormula(text, word, 'field-type', [facts.type]);
    return facts;
  };
  if (node.by !== null) typed(node.by, 'date', 'instant');
  const where = node.where.map((condition) => conditionOf(condition, factsOf, typed));
  const { aggregate, unit } = aggregateOf(node, kind, typed);
  if (node.do === 'count' && node.field !== null) {
    factsOf(node.field);
    where.unshift({ field: node.field.name, is: 'present' });
  }
  const date = node.by?.name ?? MAIN_DATES[kind][0];
  const id = printFormula(node);
  return { measure: { id, kind, aggregate, where, date, nature: 'flow', unit: unit ?? 'quantity' }, unit };
}

type Typed = (word: Word, ...types: readonly FieldType[]) => FieldFacts;

function aggregateOf(
  { do: name, field }: AggregateNode,
  kind: QueryKind,
  typed: Typed,
): { readonly aggregate: Aggregate; readonly unit: Unit | null } {
  if (name === 'count' || field === null) return { aggregate: { do: 'count' }, unit: 'count' };
  if (name === 'distinct') {
    typed(field, 'text');
    return { aggregate: { do: 'distinct', field: field.name }, unit: 'count' };
  }
  const facts = typed(field, 'decimal');
  const unit = kind === 'target' ? null : facts.unit;
  if (name === 'median') return { aggregate: { do: 'quantile', field: field.name, q: 0.5 }, unit };
  return { aggregate: { do: name, field: field.name }, unit };
}

function conditionOf(
  { field, is, value }: FieldCondition,
  factsOf: (word: Word) => FieldFacts,
  typed: Typed,
): Condition {
  const { name } = field;
  if (is === 'there' || is === 'not-there') {
    const isFlag = factsOf(field).type === 'flag';
    if (is === 'there') return { field: name, is: isFlag ? 'true' : 'present' };
    return { field: name, is: isFlag ? 'not-true' : 'missing' };
  }
  typed(field, 'text');
  if (value === '') return { field: name, is: is === 'equal' ? 'missing' : 'present' };
  return { field: name, is: is === 'equal' ? 'one-of' : 'none-of', values: [value] };
}

/** A list's columns are fields of every kind that names its customers, products or reps. */
function factsOfField(kind: QueryKind, key: string, atHand?: FieldsAtHand): FieldFacts | null {
  const known = anyFieldOf(kind, key);
  if (known !== null) return { type: known.type, unit: known.unit ?? null };
  const stored = atHand?.(kind, key) ?? null;
  if (stored !== null) return stored;
  const listed = LIST_KINDS.flatMap((list) => fieldsOfKind(list)).find((field) => field.key === key);
  if (listed !== undefined) return { type: listed.type, unit: listed.unit ?? null };
  return key.startsWith(CUSTOM_PREFIX) ? { type: null, unit: null } : null;
}

function keysOf(kind: QueryKind): readonly string[] {
  return [...fieldsOfKind(kind), ...derivedFields(kind)].map(({ key }) => key);
}
