import type { TypedField, TypedValues } from '#engine/ports/import-writer.ts';
import type { CodeColumn } from '#engine/ports/workspace-columns.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { TextKeys } from './content-keys.ts';

/** What tells a record again when the rest of its row has changed. */
const KEY_FIELDS: Partial<Readonly<Record<RecordKind, readonly string[]>>> = {
  sale: ['order', 'line'],
  deal: ['id'],
  lead: ['id'],
  subscription: ['id'],
};

/**
 * The fields of a kind's business key, none where the columns do not give them all: rows are then told again by their
 * content alone. Example: `businessKey('sale', fields)` is ['order', 'line'] when the file has both.
 */
export function businessKey(kind: RecordKind, fields: readonly TypedField[]): readonly string[] {
  const known = KEY_FIELDS[kind] ?? [];
  return known.every((key) => fields.some((field) => field.key === key)) ? known : [];
}

interface Texts {
  readonly codes: CodeColumn;
  readonly texts: readonly string[];
}

/** Business keys of rows as two 32-bit words each. Code 0 is a blank text: a row with one has no key. */
export class EntityKeys {
  readonly #fields: readonly { readonly key: string; readonly texts: TextKeys }[];

  constructor(fields: readonly string[]) {
    this.#fields = fields.map((key) => ({ key, texts: new TextKeys(key) }));
  }

  /** Both words 0 where the row has no key, and for every row where a field is not there. */
  of(column: (field: string) => Texts | null, rows: number): Int32Array {
    const keys = new Int32Array(2 * rows);
    const columns = this.#fields.map(({ key, texts }) => ({ texts, column: column(key) }));
    for (const { texts, column: given } of columns) {
      if (given === null) return new Int32Array(2 * rows);
      texts.add(keys, given.codes, given.texts, rows);
    }
    for (const { column: given } of columns) {
      for (let i = 0; i < rows; i++) if (given?.codes[i] === 0) keys.fill(0, 2 * i, 2 * i + 2);
    }
    return keys;
  }

  /** Of a block of the file: its values stand as its fields do. */
  ofBlock(values: readonly TypedValues[], fields: readonly TypedField[], rows: number): Int32Array {
    const column = (field: string): Texts | null => {
      const found = values[fields.findIndex(({ key }) => key === field)];
      return found?.type === 'text' ? found : null;
    };
    return this.of(column, rows);
  }
}
