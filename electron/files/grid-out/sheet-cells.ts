import { columnLetters } from '../rows-out/xlsx-frame.ts';
import type { SharedTexts } from '../rows-out/shared-texts.ts';
import type { CellLook, CellStyles } from './cell-styles.ts';
import { numberText } from './sheet-text.ts';

export interface LookedCell {
  readonly value: string | number;
  readonly look: CellLook;
}

/** Cells of a workbook: texts once each, looks as styles. */
export class SheetCells {
  readonly #shared: SharedTexts;
  readonly #styles: CellStyles;
  readonly #letters: string[] = [];

  constructor(shared: SharedTexts, styles: CellStyles) {
    this.#shared = shared;
    this.#styles = styles;
  }

  /** A row of the sheet, counted from 1; null for nothing. */
  row(cells: readonly (LookedCell | null)[], row: number, height: number | null = null): string {
    const size = height === null ? '' : ` ht="${String(height)}" customHeight="1"`;
    return `<row r="${String(row)}"${size}>${cells.map((cell, at) => (cell === null ? '' : this.#cell(cell, `${this.#column(at)}${String(row)}`))).join('')}</row>`;
  }

  #column(at: number): string {
    return (this.#letters[at] ??= columnLetters(at));
  }

  #cell({ value, look }: LookedCell, at: string): string {
    const style = String(this.#styles.number(look));
    if (typeof value === 'number') return `<c r="${at}" s="${style}"><v>${numberText(value)}</v></c>`;
    if (this.#shared.isTooLong(value)) this.#shared.cut++;
    return `<c r="${at}" s="${style}" t="s"><v>${String(this.#shared.number(value))}</v></c>`;
  }
}
