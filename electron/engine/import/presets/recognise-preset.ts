import type { ColumnTarget, ReadingOptions } from '#shared/importing.ts';
import type { TableHeader } from '../find-header.ts';
import { headerWords } from '../header-words.ts';
import type { ColumnProfile } from '../profile-column.ts';
import { headerList } from './header-list.ts';
import { PRESETS } from './presets.ts';
import type { Preset, PresetRole } from './preset.ts';

/** A preset and the columns of a table it names, by index. */
export interface PresetMatch {
  readonly preset: Preset;
  /** As the preset compares them, by column; '' for one without a name. */
  readonly words: readonly string[];
  /** What the named columns become. */
  readonly targets: ReadonlyMap<number, ColumnTarget>;
  /** By date field: columns that fill its blanks, in order. */
  readonly more: ReadonlyMap<string, readonly number[]>;
  readonly roles: ReadonlyMap<PresetRole, number>;
}

/**
 * The known export a table is, by its headers, or null. The user may name one or none; another kind than the preset's is the
 * user's word against it. Where several fit, the one with most of its signs wins.
 * Example: headers `Deal - ID`, `Deal - Stage`, … are 'pipedrive-deals'.
 */
export function recognisePreset(
  header: TableHeader,
  profiles: readonly ColumnProfile[],
  { preset: name, kind }: Pick<ReadingOptions, 'preset' | 'kind'>,
): PresetMatch | null {
  if (name === 'none') return null;
  const fitting = PRESETS.filter(
    (preset) => (kind === undefined || preset.kind === kind) && (name === undefined || preset.name === name),
  ).map((preset) => {
    const words = wordsFor(preset, header);
    return { preset, words, score: signsOf(preset, words, header, profiles, name !== undefined) };
  });
  const best = fitting.reduce<(typeof fitting)[number] | null>(
    (most, next) => (next.score > (most?.score ?? 0) ? next : most),
    null,
  );
  return best === null
    ? null
    : { preset: best.preset, words: best.words, ...columnsOf(best.preset, best.words, profiles) };
}

/**
 * True for a known export in which blank cells are blank, whatever stands above them, and which brings its own rules for
 * rows that belong together. Example: `Cancelled at` in the first column of Shopify's orders says nothing of the next one.
 */
export function isExactExport(header: TableHeader): boolean {
  const match = recognisePreset(header, [], {});
  return match !== null && match.preset.grouped !== true;
}

const DASHED = /^(.{1,40}?) [-–] (.+)$/;

/** The words before the dash that most headers begin with, and how many do. */
function entityOf(header: TableHeader): { readonly words: string; readonly columns: number } {
  const counts = new Map<string, number>();
  header.names.forEach((name, column) => {
    const entity = header.named[column] === true ? DASHED.exec(name)?.[1] : undefined;
    if (entity !== undefined) counts.set(headerWords(entity), (counts.get(headerWords(entity)) ?? 0) + 1);
  });
  const [words = '', columns = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return { words, columns };
}

function wordsFor(preset: Preset, header: TableHeader): readonly string[] {
  const entity = preset.signs.entity === undefined ? null : entityOf(header).words;
  return header.names.map((name, column) => {
    if (header.named[column] !== true) return '';
    const [, before = '', after = ''] = (entity === null ? null : DASHED.exec(name)) ?? [];
    return headerWords(entity !== null && headerWords(before) === entity ? after : name);
  });
}

/** How much of a preset's signs the table has, 0 where that is not enough. A preset named by the user always has some. */
function signsOf(
  { signs, values }: Preset,
  words: readonly string[],
  header: TableHeader,
  profiles: readonly ColumnProfile[],
  named: boolean,
): number {
  const count = (list: string | undefined): number => {
    const find = headerList(list);
    return words.filter((each) => each !== '' && find(each) >= 0).length;
  };
  const byValue = Object.values(values ?? {}).filter((pattern) =>
    profiles.some((profile) => looksLike(profile, pattern)),
  );
  const filled = words.filter((each) => each !== '').length;
  const together = count(signs.together) + (signs.together === undefined ? 0 : byValue.length);
  const hits = count(signs.alone) * 10 + together;
  if (named) return 1 + hits;
  if (count(signs.alone) > 0) return hits;
  if (signs.entity !== undefined) {
    const entity = entityOf(header);
    const known = headerList(signs.entity)(entity.words) >= 0;
    const unknown = entity.columns >= 4 && entity.columns * 10 >= filled * 6 && byValue.length > 0;
    return entity.columns >= 2 && (known || unknown) ? entity.columns * (known ? 10 : 1) : 0;
  }
  const enough = together >= (signs.least ?? 1) && together >= filled * (signs.share ?? 0);
  return enough && (signs.with === undefined || count(signs.with) > 0) ? hits : 0;
}

function looksLike({ examples }: ColumnProfile, pattern: RegExp): boolean {
  return examples.length > 0 && examples.every((text) => pattern.test(text));
}

function columnsOf(
  preset: Preset,
  words: readonly string[],
  profiles: readonly ColumnProfile[],
): Omit<PresetMatch, 'preset' | 'words'> {
  const targets = new Map<number, ColumnTarget>();
  const found = new Set<string>();
  const isFree = (column: number): boolean => !targets.has(column) && (profiles[column]?.filled ?? 0) > 0;
  const named = (list: string | undefined): readonly number[] => {
    const find = headerList(list);
    return words
      .map((each, column) => ({ column, place: each === '' ? -1 : find(each) }))
      .filter(({ place }) => place >= 0)
      .toSorted((a, b) => a.place - b.place || a.column - b.column)
      .map(({ column }) => column);
  };
  const assign = (field: string, column: number | undefined): void => {
    if (column === undefined || found.has(field)) return;
    targets.set(column, { to: 'field', field });
    found.add(field);
  };
  for (const [field, list] of Object.entries(preset.columns)) assign(field, named(list).find(isFree));
  for (const [field, pattern] of Object.entries(preset.values ?? {})) {
    assign(field, profiles.find((profile) => isFree(profile.index) && looksLike(profile, pattern))?.index);
  }
  const keep = (list: string | undefined): readonly number[] => {
    const columns = named(list).filter(isFree);
    for (const column of columns) targets.set(column, { to: 'custom' });
    return columns;
  };
  const roles = new Map<PresetRole, number>();
  const more = new Map<string, readonly number[]>();
  for (const [field, list] of Object.entries(preset.more ?? {})) more.set(field, keep(list));
  for (const role of ['won', 'lost', 'refunded'] as const) {
    const column = named(preset.roles?.[role]).find((each) => (profiles[each]?.filled ?? 0) > 0);
    if (column === undefined) continue;
    roles.set(role, column);
    if (isFree(column)) targets.set(column, { to: 'custom' });
  }
  keep(preset.keep);
  return { targets, more, roles };
}
