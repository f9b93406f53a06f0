import type { ColumnReading, ColumnTarget, ReadingOptions } from '#shared/importing.ts';
import { DATED_KINDS, FIELDS_BY_KIND, fieldOf, type FieldDefinition, type RecordKind } from '#shared/record-kinds.ts';
import type { ColumnReadings } from './choose-readings.ts';
import { kindSigns, matchHeader, namesAnother, type HeaderMatch } from './header-matches.ts';
import { plainDates, type ColumnProfile } from './profile-column.ts';
import { recogniseList } from './recognise-list.ts';

export interface MappedColumn {
  readonly target: ColumnTarget;
  readonly confidence: ColumnReading['confidence'];
}

/** What the mapping looks at: all three lists are aligned with the table's columns. */
export interface MappingInput {
  readonly headers: readonly string[];
  readonly profiles: readonly ColumnProfile[];
  readonly readings: readonly ColumnReadings[];
}

interface Candidate extends HeaderMatch {
  readonly column: number;
  /** The values are what the field needs. */
  readonly agrees: boolean;
}

const TIERS = ['sure', 'guess', 'check'] as const;

/** True when at least half of a column's values can be what a field holds. */
function valuesAgree(field: FieldDefinition, profile: ColumnProfile, readings: ColumnReadings | undefined): boolean {
  const values = profile.filled - profile.placeholders - profile.errors - profile.noCachedValues;
  if (values <= 0) return profile.filled > 0;
  switch (field.type) {
    case 'decimal':
      return (
        (profile.numbers.all - (field.unit === 'ratio' || field.key === 'discount' ? 0 : profile.numbers.percent)) *
          2 >=
        values
      );
    case 'date':
    case 'instant': {
      const asDates = profile.dates.all + profile.workbookDates + (readings?.dates.length ? profile.integers : 0);
      return asDates * 2 >= values;
    }
    case 'flag':
      return (
        (profile.flags + (profile.minInteger >= 0 && profile.maxInteger <= 1 ? profile.integers : 0)) * 2 >= values
      );
    case 'text':
      return true;
  }
}

function candidatesOf(kind: RecordKind, input: MappingInput): readonly Candidate[] {
  const fields = new Map(FIELDS_BY_KIND[kind].map((field) => [field.key, field]));
  return input.headers.flatMap((header, column) => {
    const profile = input.profiles[column];
    if (profile === undefined || profile.filled === 0) return [];
    return matchHeader(kind, header).flatMap((match) => {
      const field = fields.get(match.field);
      if (field === undefined) return [];
      const agrees = valuesAgree(field, profile, input.readings[column]);
      if (!agrees && match.tier !== 'sure') return [];
      return [{ ...match, column, agrees }];
    });
  });
}

/**
 * What each column becomes in a kind. A known name is sure, a name among other words or a field found by its values a
 * guess; a name that may mean otherwise, values that do not look the part or two columns for one field are to be checked.
 * One column per field; every other column with values is kept as a custom field. The user's word comes first,
 * then what a known export's preset says.
 * Example: with `Sales` and `Gross Sales`, `Sales` becomes amount and `Gross Sales` stays custom.
 */
export function mapColumns(
  kind: RecordKind,
  input: MappingInput,
  options: ReadingOptions,
  preset: ReadonlyMap<number, ColumnTarget> = new Map(),
): readonly MappedColumn[] {
  const mapped: MappedColumn[] = input.profiles.map(() => ({ target: { to: 'custom' }, confidence: 'custom' }));
  const takenFields = new Set<string>();
  const takenColumns = new Set<number>();
  const assign = (column: number, target: ColumnTarget, confidence: MappedColumn['confidence']): void => {
    mapped[column] = { target, confidence };
    takenColumns.add(column);
    if (target.to === 'field') takenFields.add(target.field);
  };

  for (const [key, target] of Object.entries(options.columns ?? {})) {
    const column = Number(key);
    // A choice made for another kind of records says nothing about this one.
    if (target.to === 'field' && fieldOf(kind, target.field) === null) continue;
    if (column >= mapped.length || (target.to === 'field' && takenFields.has(target.field))) continue;
    assign(column, target, target.to === 'field' ? 'sure' : target.to === 'custom' ? 'custom' : 'ignored');
  }

  for (const [column, target] of preset) {
    if (takenColumns.has(column) || (target.to === 'field' && takenFields.has(target.field))) continue;
    const other = target.to === 'custom' ? 'custom' : 'ignored';
    assign(column, target, target.to === 'field' ? presetConfidence(kind, target.field, input, column) : other);
  }

  const candidates = candidatesOf(kind, input);
  const steps = [
    ...TIERS.map((tier) => candidates.filter((candidate) => candidate.agrees && candidate.tier === tier)),
    candidates.filter((candidate) => !candidate.agrees),
  ];
  for (const step of steps) {
    for (const candidate of step.toSorted((a, b) => a.rank - b.rank || a.column - b.column)) {
      if (takenFields.has(candidate.field) || takenColumns.has(candidate.column)) continue;
      if (candidate.tier === 'check' && candidate.field === 'amount' && canMultiply(takenFields)) continue;
      const rivals = step.filter(
        ({ field, column }) => field === candidate.field && column !== candidate.column && !takenColumns.has(column),
      );
      const doubtful = !candidate.agrees || (candidate.tier === 'sure' && rivals.length > 0);
      assign(candidate.column, { to: 'field', field: candidate.field }, doubtful ? 'check' : candidate.tier);
    }
  }
  if (kind === 'sale') settleSale(mapped, input, takenFields, takenColumns, assign);
  return mapped;
}

/** A known export's column is what it is called, unless its values say otherwise. */
function presetConfidence(kind: RecordKind, key: string, input: MappingInput, column: number): 'sure' | 'check' {
  const [field, profile] = [fieldOf(kind, key), input.profiles[column]];
  return field === null || profile === undefined || valuesAgree(field, profile, input.readings[column])
    ? 'sure'
    : 'check';
}

const canMultiply = (fields: ReadonlySet<string>): boolean => fields.has('quantity') && fields.has('unit_price');

type Assign = (column: number, target: ColumnTarget, confidence: MappedColumn['confidence']) => void;

/** A sale's order date stands in for a missing date; a date or an amount may be known by its values alone. */
function settleSale(
  mapped: readonly MappedColumn[],
  { headers, profiles, readings }: MappingInput,
  fields: ReadonlySet<string>,
  columns: ReadonlySet<number>,
  assign: Assign,
): void {
  if (!fields.has('date')) {
    const ordered = mapped.findIndex(({ target }) => target.to === 'field' && target.field === 'order_date');
    const found = mapped[ordered];
    if (found !== undefined) assign(ordered, { to: 'field', field: 'date' }, found.confidence);
    else {
      const dated = profiles.filter(
        (profile) => !columns.has(profile.index) && profile.filled > 0 && plainDates(profile) === profile.filled,
      );
      if (dated.length === 1 && dated[0] !== undefined) assign(dated[0].index, { to: 'field', field: 'date' }, 'guess');
    }
  }
  if (!fields.has('amount') && !canMultiply(fields)) {
    const money = profiles.filter(
      ({ index, filled, numbers, integers, codes }) =>
        !columns.has(index) &&
        filled > 0 &&
        codes === 0 &&
        numbers.all === filled &&
        integers < filled &&
        !namesAnother(headers[index] ?? ''),
    );
    const [only] = money;
    if (money.length === 1 && only !== undefined && readings[only.index]?.decimals.length === 1) {
      assign(only.index, { to: 'field', field: 'amount' }, 'check');
    }
  }
}

/**
 * The kind whose fields the columns name best: sure names count one, a kind's telling words two, a missing needed field
 * takes three away. Only sales may go without a telling word, and a tie goes to them. A list is what no kind fits whole.
 */
export function recogniseKind(input: MappingInput): RecordKind {
  const sureCandidates = (kind: RecordKind): readonly Candidate[] =>
    candidatesOf(kind, input).filter(({ agrees, tier }) => agrees && tier === 'sure');
  const scores = DATED_KINDS.map((kind) => {
    const candidates = sureCandidates(kind);
    const fields = new Set(candidates.map(({ field }) => field));
    const columns = new Set(candidates.map(({ column }) => column));
    const missing = FIELDS_BY_KIND[kind].filter(
      ({ key, needed }) => needed === true && !fields.has(key) && !standsIn(kind, key, fields),
    );
    const signs = kindSigns(kind, input.headers);
    const score = Math.min(fields.size, columns.size) + 2 * signs - 3 * missing.length;
    return { kind, complete: missing.length === 0, score: kind === 'sale' || signs > 0 ? score : -Infinity };
  });
  const best = scores.reduce((first, next) => (next.score > first.score ? next : first));
  if (best.complete) return best.kind;
  const list = recogniseList(
    input.headers,
    input.profiles,
    (kind) => new Map(sureCandidates(kind).map(({ field, column }) => [field, column])),
  );
  return list !== null && list.score > best.score ? list.kind : best.kind;
}

function standsIn(kind: RecordKind, field: string, fields: ReadonlySet<string>): boolean {
  if (kind === 'subscription' && field === 'start') return fields.has('tenure_months') || fields.has('status');
  if (kind !== 'sale') return false;
  return field === 'date' ? fields.has('order_date') : field === 'amount' && canMultiply(fields);
}
