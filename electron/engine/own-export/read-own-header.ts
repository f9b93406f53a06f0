import { LOCALES } from '#shared/format.ts';
import type { ColumnTarget } from '#shared/importing.ts';
import { RECORD_KINDS, type RecordKind } from '#shared/record-kinds.ts';
import { cellText } from '../import/cells.ts';
import type { RawTable } from '../import/raw-table.ts';
import { unguardText } from './guard-text.ts';
import { CUSTOM_WORDS, ownWords, signature, type CustomWord } from './own-header.ts';

/** A column of a file's own as it was written. */
export interface OwnCustom {
  readonly header: string;
  readonly word: CustomWord;
}

/** The header of a table that the app wrote. */
export interface OwnHeader {
  readonly kind: RecordKind;
  /** Column of the source's row number: filled in every row that the app wrote. */
  readonly source: number;
  /** By column; one that is not there was added later. */
  readonly targets: ReadonlyMap<number, ColumnTarget>;
  readonly customs: ReadonlyMap<number, OwnCustom>;
}

const TYPES = { text: 'text', code: 'text', number: 'decimal', share: 'decimal', date: 'date' } as const;
const MARKED = /^(.*) \[([^\]]*?)(?: \d+)?\]$/;

/** The kind that a header cell is signed with, null for any other. Example: 'Källrad [Nyckeltal: sale]' is sale. */
export function signedKind(text: string): RecordKind | null {
  return RECORD_KINDS.find((kind) => text.endsWith(signature(kind))) ?? null;
}

/**
 * What the columns of our own table are, null where no header is signed. `guarded`: from separated text, in which headers
 * like `=x` have an apostrophe. Example: `Lager [tal]` is the file's own column Lager, a number.
 */
export function readOwnHeader(names: readonly string[], guarded: boolean): OwnHeader | null {
  const source = names.findLastIndex((name) => signedKind(name) !== null);
  const kind = signedKind(names[source] ?? '');
  if (kind === null) return null;
  const languages = LOCALES.map((locale) => ownWords(kind, locale));
  const fields = new Map(languages.flatMap(({ fields: of }) => Object.entries(of).map(([key, name]) => [name, key])));
  const sources = languages.flatMap(({ source: of }) => [of.file, of.sheet]);
  const words = new Map(languages.flatMap(({ custom }) => CUSTOM_WORDS.map((word) => [custom[word], word] as const)));
  const targets = new Map<number, ColumnTarget>();
  const customs = new Map<number, OwnCustom>();
  names.forEach((name, column) => {
    const field = fields.get(name);
    const [, header = '', marked = ''] = MARKED.exec(name) ?? [];
    const word = words.get(marked);
    if (column === source || sources.includes(name)) targets.set(column, { to: 'ignore' });
    else if (field !== undefined) targets.set(column, { to: 'field', field });
    else if (word !== undefined) {
      targets.set(column, { to: 'custom', as: TYPES[word] });
      customs.set(column, { header: guarded ? unguardText(header) : header, word });
    }
  });
  return { kind, source, targets, customs };
}

/** The header may have been moved down, not far. */
const SEARCHED_ROWS = 20;

/** Row of the header of a table that the app wrote, null for any other table. */
export function ownHeaderRow(table: RawTable): number | null {
  for (let row = 0; row < Math.min(table.rows, SEARCHED_ROWS); row++) {
    for (let column = table.columns.length - 1; column >= 0; column--) {
      if (signedKind(cellText(table, row, column)) !== null) return row;
    }
  }
  return null;
}
