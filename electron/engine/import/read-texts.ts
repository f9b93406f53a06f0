import { cleanText, valueText } from './cells.ts';
import type { PlannedColumn } from './import-plan.ts';
import { DOT, ERROR, NO_CACHED_VALUE, TEXT, type RawBlock, type RawTable } from './raw-table.ts';
import { emptyFault, type RowFaults } from './row-faults.ts';

/** Whole numbers up to this are kept in a table by value, larger ones in a map. */
const DIRECT_NUMBERS = 4_000_000;

/** Reads a column's cells as codes into its own growing list of distinct texts; code 0 is '' (missing). */
export class TextReader {
  /** Distinct texts by code. */
  readonly texts: string[] = [''];
  private readonly table: RawTable;
  private readonly column: PlannedColumn;
  private readonly place: number;
  private readonly raw: readonly string[];
  /** By code of the file: 1 + our code, 0 unseen. */
  private readonly codes: Int32Array;
  private byInteger = new Int32Array(0);
  private readonly byNumber = new Map<string, number>();
  private byText: Map<string, number> | null = null;

  constructor(table: RawTable, column: PlannedColumn, place: number) {
    this.table = table;
    this.column = column;
    this.place = place;
    this.raw = table.columns[column.index]?.texts ?? [];
    this.codes = new Int32Array(this.raw.length);
  }

  read(block: RawBlock | null, rows: number, out: Int32Array, faults: RowFaults): void {
    const tags = block?.tags;
    const values = block?.values;
    for (let i = 0; i < rows; i++) {
      const tag = tags?.[i] ?? 0;
      const value = values?.[i] ?? 0;
      let code = 0;
      if (tag === TEXT) {
        const known = this.codes[value] ?? 0;
        code = known === 0 ? this.addText(value) : known - 1;
      } else if (tag === DOT) {
        code = this.ofInteger(value);
      } else if (tag > TEXT && tag !== ERROR && tag !== NO_CACHED_VALUE) {
        code = this.ofOther(tag, value);
      }
      out[i] = code;
      if (code !== 0) continue;
      const fault = emptyFault(this.column, tag, tag === ERROR ? (this.raw[value] ?? '') : '');
      if (fault !== null) faults.add(i, this.place, fault);
    }
  }

  private addText(rawCode: number): number {
    const original = this.raw[rawCode] ?? '';
    const text = this.standard(cleanText(original));
    const code = text === '' ? 0 : text === original && this.byText === null ? this.append(text) : this.intern(text);
    this.codes[rawCode] = code + 1;
    return code;
  }

  private standard(text: string): string {
    const { rewrite } = this.column;
    return rewrite === null ? text : rewrite(text);
  }

  private ofInteger(value: number): number {
    if (value < 0 || value >= DIRECT_NUMBERS) return this.ofOther(DOT, value);
    if (value >= this.byInteger.length) {
      const grown = new Int32Array(Math.min(DIRECT_NUMBERS, Math.max(1024, value * 2)));
      grown.set(this.byInteger);
      this.byInteger = grown;
    }
    const known = this.byInteger[value] ?? 0;
    if (known !== 0) return known - 1;
    const code = this.intern(this.standard(String(value)));
    this.byInteger[value] = code + 1;
    return code;
  }

  private ofOther(tag: number, value: number): number {
    const text = valueText(this.table, this.column.index, tag, value);
    const known = this.byNumber.get(text);
    if (known !== undefined) return known;
    const code = this.intern(this.standard(text));
    this.byNumber.set(text, code);
    return code;
  }

  /** Most files never need the map: their texts are distinct as they come. It is made when two spellings may meet. */
  private intern(text: string): number {
    this.byText ??= new Map(this.texts.map((known, code) => [known, code]));
    return this.byText.get(text) ?? this.append(text);
  }

  private append(text: string): number {
    const code = this.texts.push(text) - 1;
    this.byText?.set(text, code);
    return code;
  }
}
