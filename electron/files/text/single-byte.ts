/** Bytes of å ä ö Å Ä Ö é ü É Ü, the letters that settle the matter in a Swedish file. */
const common1252 = new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xfc, 0xc9, 0xdc]);
const common437 = new Set([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82, 0x81, 0x90, 0x9a]);
const capitals437 = new Set([0x80, 0x8e, 0x8f, 0x90, 0x92, 0x99, 0x9a, 0xa5]);
const otherLetters1252 = new Set([0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f]);

const isLower = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;
const isLetter = (byte: number): boolean => isLower(byte | 0x20);
const isLetter1252 = (byte: number): boolean =>
  (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) || otherLetters1252.has(byte);
const isCapital1252 = (byte: number): boolean => (byte >= 0xc0 && byte <= 0xde) || (byte < 0xa0 && byte !== 0x9a);
/** Without á (a0), which is the no-break space of Windows-1252 and as such common between words. */
const isLetter437 = (byte: number): boolean =>
  (byte >= 0x80 && byte <= 0x9a) || (byte >= 0xa1 && byte <= 0xa5) || byte === 0xe1;

/**
 * Weighs CP437 (DOS, SIE files) against Windows-1252 by which of them puts letters inside words: a high byte beside
 * a plain letter counts for the encoding in which it is a letter, unless it would be a capital after a small letter.
 * Typographic quotes, apostrophes, inch marks and the euro sign count for Windows-1252.
 */
export class SingleByteVote {
  private cp437 = 0;
  private windows1252 = 0;

  count(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] ?? 0;
      if (byte >= 0x80) this.weigh(byte, bytes[i - 1] ?? 0, bytes[i + 1] ?? 0);
    }
  }

  get winner(): 'cp437' | 'windows-1252' {
    return this.cp437 > this.windows1252 ? 'cp437' : 'windows-1252';
  }

  private weigh(byte: number, before: number, after: number): void {
    const inWord = isLetter(before) || isLetter(after);
    if (inWord && isLetter1252(byte) && !(isLower(before) && isCapital1252(byte))) {
      this.windows1252 += common1252.has(byte) ? 3 : 1;
    }
    if (inWord && isLetter437(byte) && !(isLower(before) && capitals437.has(byte))) {
      this.cp437 += common437.has(byte) ? 3 : 1;
    }
    const opensWord = !isLetter(before) && isLetter(after);
    if ((byte === 0x93 && opensWord) || (byte === 0x92 && isLower(before))) this.windows1252 += 4;
    const afterDigit = before >= 0x30 && before <= 0x39;
    if ((byte === 0x80 && !inWord) || (byte === 0x94 && afterDigit)) this.windows1252 += 1;
  }
}
