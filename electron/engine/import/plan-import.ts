import type { ColumnReading, Inspection, ReadingOptions, RememberedMapping } from '#shared/importing.ts';
import { derivedFields } from '#shared/derived-fields.ts';
import { customKey, eitherKeys, FIELDS_BY_KIND, fieldOf, type RecordKind } from '#shared/record-kinds.ts';
import type { TypedField } from '#engine/ports/import-writer.ts';
import { addedTotals, asWritten, ownTable } from '../own-export/own-plan.ts';
import { businessKey } from './business-key.ts';
import { chooseReadings, dateExample, decimalExample, type ColumnReadings } from './choose-readings.ts';
import { customField } from './custom-columns.ts';
import { DERIVATIONS, saleDerivations, type DerivationId } from './derivations.ts';
import { fileCurrency, currencyNotices } from './file-currency.ts';
import { headerFingerprint } from './header-fingerprint.ts';
import { findHeader, titleRows } from './find-header.ts';
import { totalsBeside } from './find-totals.ts';
import { isKnownHeader } from './header-matches.ts';
import {
  PLAIN_MONEY,
  type ImportContext,
  type ImportPlan,
  type PlannedColumn,
  type RowMarks,
  type WorkspaceMoney,
} from './import-plan.ts';
import { mapColumns, recogniseKind, type MappedColumn } from './map-columns.ts';
import { applyPreset, readForRules } from './presets/apply-preset.ts';
import { profileColumn, type ColumnProfile } from './profile-column.ts';
import { planNotices } from './plan-notices.ts';
import { planRules } from './plan-rules.ts';
import type { RawTable, TableLayout } from './raw-table.ts';
import { PLAIN_LAYOUT } from './tables/table-layout.ts';
import { settleRepeatedTotals } from './repeated-totals.ts';
import { settleTargets } from './settle-targets.ts';
import { standardWords } from './standard-words.ts';
import { rememberedOptions, settleByMemory } from './remembered-reading.ts';
import { rowLabel } from './total-labels.ts';

/**
 * Decides everything about an import but the rows: header, kind, readings, mapping, derived fields, totals rows. Preview
 * and commit follow the same plan. Fails with E_NO_ROWS (empty table) and E_NO_HEADER; what the user can still settle is in
 * `blockers`.
 */
export function planImport(file: RawTable, given: ReadingOptions, context: ImportContext): ImportPlan {
  const layout = file.layout ?? PLAIN_LAYOUT;
  const header = findHeader(file, given.headerRow, isKnownHeader);
  const fingerprint = headerFingerprint(header.names);
  const own = ownTable(header, given, context.textFile);
  const remembered = own === null ? usable(given, context.remembered(fingerprint)) : null;
  const asBefore = remembered === null ? {} : rememberedOptions(remembered, header.names, given);
  const known = { ...layout.reading.columns, ...asBefore.columns, ...given.columns };
  const options = { ...layout.reading, ...asBefore, ...given, columns: known };
  const from = header.bottom + 1;
  const isLabel = (text: string): boolean => rowLabel(text) !== null;
  const profilesOf = (rows: RawTable): readonly ColumnProfile[] =>
    rows.columns.map((_, index) => profileColumn(rows, index, from, context.textFile, isLabel));
  const before = profilesOf(file);
  const applied = own === null ? applyPreset(file, header, before, options) : null;
  const preset = own?.match ?? applied?.match ?? null;
  const table = applied?.table ?? file;
  const profiles = table === file ? before : profilesOf(table);
  const open = chooseReadings(profiles, options, table.dateSystem);
  const readings = remembered === null ? open : settleByMemory(remembered, header.names, open);
  const input = { headers: header.names, profiles, readings };
  const kind = options.kind ?? preset?.preset.kind ?? recogniseKind(input);
  const byUser = (column: number): boolean => String(column) in known;
  const isChosen = (column: number): boolean => byUser(column) || preset?.targets.has(column) === true;
  const named = mapColumns(kind, input, options, preset?.targets);
  const settled = own === null ? settleTargets(kind, named, input, isChosen) : named;
  const { mapped, notices: repeated } =
    kind === 'sale' && own === null
      ? settleRepeatedTotals(table, from, settled, input, byUser)
      : { mapped: settled, notices: [] };
  const planned = mapped.flatMap((column, index) => {
    const one = planColumn(
      table,
      kind,
      header.names[index] ?? '',
      column,
      profiles[index],
      readings[index],
      from,
      context,
    );
    return one === null ? [] : [one];
  });
  const columns = own === null ? readForRules(preset, planned) : asWritten(own, planned, context);
  const keys = new Set(columns.map(({ key }) => key));
  const derivations = kind === 'sale' && own === null ? saleDerivations(keys) : [];
  const rules = own === null ? planRules(kind, columns, profiles, context.today, preset) : [];
  const computed = [...derivations.map((id) => DERIVATIONS[id]), ...rules];
  const needed = neededColumns(kind, columns, derivations);
  const ordered = inFieldOrder(kind, needed);
  const money = moneyFor(options, context.money ?? PLAIN_MONEY);
  const currencyFound = fileCurrency(kind, columns, profiles, options, money.base);
  const isBase = currencyFound.from !== 'user' && currencyFound.code === money.base;
  const currency = isBase ? null : currencyFound.code;
  const marks = withControl(
    own === null
      ? totalsBeside(table, header, ordered, context.textFile, applied?.marks ?? new Map())
      : addedTotals(own, table, header, ordered, context.textFile),
    layout,
    ordered,
  );
  const shown = mapped.flatMap((column, index) => {
    const profile = profiles[index];
    const reading = readings[index];
    if (profile === undefined || reading === undefined) return [];
    if (profile.filled === 0 && header.named[index] !== true) return [];
    const plan = columns.find((candidate) => candidate.index === index);
    return [columnReading(header.names[index] ?? '', column, profile, reading, plan)];
  });
  const importHeader = { kind, fields: storedFields(kind, ordered, computed, currency) };
  return {
    kind,
    preset,
    header,
    dataRows: table.rows - from,
    importHeader,
    fingerprint,
    asWritten: own !== null,
    remembered,
    businessKey: businessKey(kind, importHeader.fields),
    onChange: options.onChange ?? 'update',
    columns: ordered,
    derivations,
    rules,
    currency,
    currencyFound,
    money,
    textFile: context.textFile,
    marks,
    readings: shown,
    skippedRows: [...titleRows(table, header), ...marks.skipped, ...layout.skippedRows],
    layout,
    blockers: blockersOf(kind, shown, new Set([...keys, ...computed.map(({ field }) => field)]), {
      isEmpty: table.rows <= from,
      lacksYear: layout.year?.value === null,
    }),
    notices: [
      ...layout.notices,
      ...(applied?.notices ?? []),
      ...repeated,
      ...marks.notices,
      ...planNotices(table, own === null ? ordered : [], profiles, header.names).filter(
        ({ code }) => own === null || code !== 'row-limit',
      ),
      ...currencyNotices(currencyFound),
    ],
    format: {
      decimal:
        shown.find(({ type, decimal, target }) => type === 'decimal' && decimal !== null && target.to === 'field')
          ?.decimal ?? null,
      date:
        shown.find(({ target }) => target.to === 'field' && target.field === 'date')?.dateFormat ??
        shown.find(({ dateFormat }) => dateFormat !== null)?.dateFormat ??
        null,
    },
  };
}

/** The user's word on what the workspace counts in, which can be said once. */
function moneyFor({ workspaceCurrency }: ReadingOptions, money: WorkspaceMoney): WorkspaceMoney {
  return workspaceCurrency === undefined ? money : { ...money, base: workspaceCurrency, isOpen: false };
}

/** A mapping for other records than the user says is of no use. */
function usable({ kind, remembered }: ReadingOptions, mapping: RememberedMapping | null): RememberedMapping | null {
  return remembered === false || (kind !== undefined && kind !== mapping?.kind) ? null : mapping;
}

/** Totals that the layout took out of the table are the file's own as well. */
function withControl(marks: RowMarks, { control }: TableLayout, columns: readonly PlannedColumn[]): RowMarks {
  if (control.size === 0) return marks;
  const known = columns.flatMap(({ index, key }): [string, number][] => {
    const value = control.get(index);
    return value === undefined ? [] : [[key, value]];
  });
  return { ...marks, control: new Map([...marks.control, ...known]) };
}

function planColumn(
  table: RawTable,
  kind: RecordKind,
  header: string,
  { target }: MappedColumn,
  profile: ColumnProfile | undefined,
  readings: ColumnReadings | undefined,
  from: number,
  context: ImportContext,
): PlannedColumn | null {
  if (profile === undefined || readings === undefined || target.to === 'ignore') return null;
  const base = {
    index: profile.index,
    header,
    mark: readings.decimals[0] ?? '.',
    dateFormat: readings.dates[0] ?? null,
  } as const;
  if (target.to === 'custom') {
    if (profile.filled === 0) return null;
    const rewrite = standardWords(kind, '', header);
    const custom = customField(table, header, profile, readings, from, context.storedTypes, target.as);
    return { ...base, ...custom, needed: false, custom: true, percent: false, rewrite };
  }
  const field = fieldOf(kind, target.field);
  if (field === null || (profile.filled === 0 && field.needed !== true)) return null;
  return {
    ...base,
    key: field.key,
    type: field.type,
    unit: field.unit ?? null,
    identifier: field.identifier === true,
    needed: field.needed === true,
    custom: false,
    percent: field.unit === 'ratio' && arePercents(header, profile),
    rewrite: standardWords(kind, field.key, header),
  };
}

/** Shares written as per cent: above 1, or whole numbers under a header with a per cent sign (1 is then 1 %). */
function arePercents(header: string, { numbers, integers }: ColumnProfile): boolean {
  return numbers.max > 1 || (header.includes('%') && integers > 0 && integers === numbers.all);
}

/** An amount that is computed needs what it is computed from; of a name and a number, the one that stands alone is needed. */
function neededColumns(
  kind: RecordKind,
  columns: readonly PlannedColumn[],
  derivations: readonly DerivationId[],
): readonly PlannedColumn[] {
  const needed = new Set<string>();
  if (derivations.some((id) => DERIVATIONS[id].field === 'amount')) needed.add('quantity').add('unit_price');
  const given = columns.map(({ key }) => key);
  for (const key of eitherKeys(kind)) if (!eitherKeys(kind).every((one) => given.includes(one))) needed.add(key);
  return columns.map((column) => (needed.has(column.key) ? { ...column, needed: true } : column));
}

function inFieldOrder(kind: RecordKind, columns: readonly PlannedColumn[]): readonly PlannedColumn[] {
  const places = new Map(FIELDS_BY_KIND[kind].map(({ key }, place) => [key, place]));
  const place = ({ key, index }: PlannedColumn): number => places.get(key) ?? 1000 + index;
  return columns.toSorted((a, b) => place(a) - place(b));
}

function storedFields(
  kind: RecordKind,
  columns: readonly PlannedColumn[],
  computed: readonly { readonly field: string }[],
  currency: string | null,
): readonly TypedField[] {
  const derived = new Set(computed.map(({ field }) => field));
  const given = new Set(columns.map(({ key }) => key));
  // A rule may settle a derived field: what the import knows and the rows no longer do.
  const known = [...FIELDS_BY_KIND[kind], ...derivedFields(kind)];
  const fields = known.flatMap(({ key, type, unit, identifier }): TypedField[] => {
    const isStored = given.has(key) || derived.has(key) || (key === 'currency' && currency !== null);
    if (!isStored || (key === 'profit' && derived.has('cost'))) return [];
    return [{ key, type, unit: unit ?? null, label: null, identifier: identifier === true }];
  });
  const customs = columns
    .filter(({ custom }) => custom)
    .map(({ key, type, unit, header, identifier }) => ({ key, type, unit, label: header, identifier }));
  return [...fields, ...customs];
}

function columnReading(
  header: string,
  { target, confidence }: MappedColumn,
  profile: ColumnProfile,
  { decimals, dates }: ColumnReadings,
  plan: PlannedColumn | undefined,
): ColumnReading {
  const type = plan?.type ?? 'text';
  const open = plan?.custom === true && !(target.to === 'custom' && target.as !== undefined);
  const asDecimal = type === 'decimal' || (open && dates.length === 0 && decimals.length > 1);
  const asDate = type === 'date' || type === 'instant' || (open && dates.length > 1);
  const [example = ''] = profile.examples;
  const { all, fitsDot, fitsComma, differing } = profile.numbers;
  const wholeNumbers = fitsDot === all && fitsComma === all && differing === 0;
  const decimalText = profile.numbers.example ?? example;
  const dateText = profile.dates.example ?? example;
  const alternatives = [
    ...(asDecimal && decimals.length > 1
      ? decimals.map((mark) => ({ decimal: mark, dateFormat: null, example: decimalExample(decimalText, mark) }))
      : []),
    ...(asDate && dates.length > 1
      ? dates.map((format) => ({ decimal: null, dateFormat: format, example: dateExample(dateText, format) }))
      : []),
  ];
  return {
    index: profile.index,
    header,
    examples: [...profile.examples],
    target,
    confidence,
    type,
    decimal: type === 'decimal' && !wholeNumbers ? (decimals[0] ?? null) : null,
    dateFormat: type === 'date' || type === 'instant' ? (dates[0] ?? null) : null,
    alternatives,
    filled: profile.filled,
    blank: profile.blank,
  };
}

function blockersOf(
  kind: RecordKind,
  columns: readonly ColumnReading[],
  given: ReadonlySet<string>,
  { isEmpty, lacksYear }: { readonly isEmpty: boolean; readonly lacksYear: boolean },
): Inspection['blockers'] {
  if (isEmpty) return [{ code: 'E_NO_ROWS', field: null, column: null }];
  const missing = FIELDS_BY_KIND[kind]
    .filter(({ key, needed, neededUnless }) =>
      neededUnless === undefined ? needed === true && !given.has(key) : !given.has(key) && !given.has(neededUnless),
    )
    .map(({ key }) => ({ code: 'E_MISSING_FIELD', field: key, column: null }));
  const ambiguous = columns.flatMap(({ alternatives, target, header }) => {
    if (alternatives.length < 2 || target.to === 'ignore') return [];
    if (target.to === 'field') return [{ code: 'E_AMBIGUOUS', field: target.field, column: header }];
    return target.as === undefined ? [] : [{ code: 'E_AMBIGUOUS', field: customKey(header), column: header }];
  });
  const year = lacksYear ? [{ code: 'E_NO_YEAR', field: null, column: null }] : [];
  return [...year, ...ambiguous, ...missing];
}
