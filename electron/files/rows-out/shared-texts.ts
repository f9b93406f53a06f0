/** A workbook's longest cell. */
const LONGEST = 32_767;

/** Texts of a workbook, each held once and numbered as it is first used. */
export class SharedTexts {
  readonly texts: string[] = [];
  /** Cells whose text is longer than a workbook can hold. */
  cut = 0;
  readonly #numbers = new Map<string, number>();

  /** Number of a text. */
  number(text: string): number {
    const held = text.slice(0, LONGEST);
    const known = this.#numbers.get(held);
    if (known !== undefined) return known;
    this.#numbers.set(held, this.texts.length);
    return this.texts.push(held) - 1;
  }

  isTooLong(text: string): boolean {
    return text.length > LONGEST;
  }
}
