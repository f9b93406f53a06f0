import type { Output } from '#shared/contract.ts';
import { KPI_CATEGORIES, type KpiCategory } from '#shared/kpi-definition.ts';
import { AGE_DIMENSION, COHORT_DIMENSION, DATE_DIMENSION, GRAINS, type Grain } from '#shared/members.ts';
import { isOwn, type Field } from './view.model.ts';

export type DimensionInfo = Output<'catalogue.dimensions'>[number];
type KpiInfo = Pick<Output<'catalogue.kpis'>[number], 'kpi' | 'category' | 'possible' | 'needsInPeriod'> & {
  readonly own: unknown;
};

/** A field as it is listed. */
export interface ListedField {
  readonly id: string;
  readonly field: Field;
  readonly name: string;
  /** In grey behind the name: a column of the user's own, a KPI of his own. */
  readonly own: boolean;
  /** Found by these words as well. */
  readonly also: string;
}

export interface FieldGroup {
  readonly key: 'dates' | 'dimensions' | 'furtherDimensions' | KpiCategory | 'measures' | 'rowFields';
  readonly fields: readonly ListedField[];
}

export interface FieldWords {
  readonly dimension: (key: string) => string;
  readonly grain: (grain: Grain) => string;
  readonly kpi: (ref: string) => string;
  readonly definition: (kpi: string) => string;
  readonly compare: (one: string, other: string) => number;
}

/** A number or date of the rows, to filter by and to split by. */
export interface RowField {
  readonly key: string;
  readonly is: 'number' | 'day';
  readonly name: string;
}

export interface FieldsAtHand {
  readonly dimensions: readonly DimensionInfo[];
  readonly kpis: readonly KpiInfo[];
  /** Ids of measures the data has. */
  readonly measures: readonly string[];
  readonly rowFields: readonly RowField[];
  readonly fiscal: boolean;
}

/** What stands in the view: dimensions that split none of its KPIs are asked for seldom. */
export interface FieldsShown {
  readonly kpis: readonly string[];
  readonly dimensions: readonly string[];
}

/** The grains of dates; those of fiscal years where they are not calendar years. */
export const grainsOf = (fiscal: boolean): readonly Grain[] =>
  GRAINS.filter((grain) => fiscal || !grain.startsWith('fiscal'));

/** What is possible where customers have a first purchase. */
const COHORT_KPI = 'cohort-retention';

/** An identifier, or a field with one member, splits nothing; nor does a field that none of the KPIs shown has. */
function splits({ key, identifier, members, kpis }: DimensionInfo, shown: FieldsShown): boolean {
  const isAnswered = shown.kpis.length === 0 || shown.kpis.some((kpi) => kpis.includes(kpi.split(':')[0] ?? kpi));
  return shown.dimensions.includes(key) || (!identifier && members > 1 && isAnswered);
}

/**
 * Everything that can be put into wells, in groups: dates by grain, dimensions, KPIs by category, and what is asked for seldom
 * (identifiers and what has one member, measures, numbers and dates of the rows but for the files' own). KPIs without data are left out.
 */
export function fieldGroups(
  { dimensions, kpis, measures, rowFields, fiscal }: FieldsAtHand,
  words: FieldWords,
  shown: FieldsShown = { kpis: [], dimensions: [] },
): readonly FieldGroup[] {
  const dimensionField = ({ key }: DimensionInfo): ListedField => ({
    id: `dimension ${key}`,
    field: { is: 'dimension', key },
    name: words.dimension(key),
    own: isOwn(key),
    also: '',
  });
  const kpiField = (ref: string, own: boolean): ListedField => ({
    id: `kpi ${ref}`,
    field: { is: 'kpi', ref },
    name: words.kpi(ref),
    own,
    also: words.definition(ref),
  });
  const rowField = ({ key, is, name }: RowField): ListedField => ({
    id: `${is} ${key}`,
    field: { is, key },
    name,
    own: isOwn(key),
    also: '',
  });
  const byName = (fields: readonly ListedField[]): readonly ListedField[] =>
    fields.toSorted((a, b) => words.compare(a.name, b.name));
  /** Those that split most KPIs first. */
  const byUse = (all: readonly DimensionInfo[]): readonly DimensionInfo[] =>
    all.toSorted(
      (a, b) => b.kpis.length - a.kpis.length || words.compare(words.dimension(a.key), words.dimension(b.key)),
    );
  const known = new Set(kpis.map(({ kpi }) => kpi));
  const hasCohorts = kpis.some(({ kpi, possible }) => kpi === COHORT_KPI && possible);
  const groups: readonly FieldGroup[] = [
    {
      key: 'dates',
      fields: [
        ...grainsOf(fiscal).map((grain): ListedField => ({
          id: `date ${grain}`,
          field: { is: 'date', grain },
          name: words.grain(grain),
          own: false,
          also: words.dimension(DATE_DIMENSION),
        })),
        ...(hasCohorts ? [COHORT_DIMENSION, AGE_DIMENSION] : []).map((key): ListedField => ({
          id: `dimension ${key}`,
          field: { is: 'dimension', key },
          name: words.dimension(key),
          own: false,
          also: '',
        })),
      ],
    },
    {
      key: 'dimensions',
      fields: [
        ...byUse(dimensions.filter((each) => splits(each, shown))).map(dimensionField),
        ...byName(rowFields.filter(({ key }) => isOwn(key)).map(rowField)),
      ],
    },
    ...KPI_CATEGORIES.toReversed().map((category): FieldGroup => ({
      key: category,
      fields: kpis
        .filter((kpi) => kpi.category === category && kpi.possible)
        .map(({ kpi, own }) => kpiField(kpi, own !== null)),
    })),
    { key: 'furtherDimensions', fields: byName(dimensions.filter((each) => !splits(each, shown)).map(dimensionField)) },
    { key: 'measures', fields: byName(measures.filter((id) => !known.has(id)).map((id) => kpiField(id, false))) },
    { key: 'rowFields', fields: byName(rowFields.filter(({ key }) => !isOwn(key)).map(rowField)) },
  ];
  return groups.filter(({ fields }) => fields.length > 0);
}

/** Groups that are shut until they are opened or searched: they are long and asked for seldom. */
export const SHUT_AT_FIRST: ReadonlySet<FieldGroup['key']> = new Set(['furtherDimensions', 'measures', 'rowFields']);

/** Letters without case and accents: 'Leveranssätt' is found by 'leveranssatt'. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** The groups with what is searched for: every word in the name or what is said of it, names that begin so first. */
export function foundFields(groups: readonly FieldGroup[], search: string): readonly FieldGroup[] {
  const wanted = folded(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return groups;
  const rank = ({ name, also }: ListedField): number => {
    const [inName, inAll] = [folded(name), `${folded(name)} ${folded(also)}`];
    if (!wanted.every((word) => inAll.includes(word))) return 3;
    if (!wanted.every((word) => inName.includes(word))) return 2;
    return inName.startsWith(wanted[0] ?? '') ? 0 : 1;
  };
  return groups.flatMap(({ key, fields }) => {
    const found = fields.filter((field) => rank(field) < 3).toSorted((a, b) => rank(a) - rank(b));
    return found.length === 0 ? [] : [{ key, fields: found }];
  });
}
