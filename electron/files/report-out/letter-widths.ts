/** Of Arial, in thousandths of the height of its letters: from the space to the tilde. Source: Adobe's metrics of Helvetica, which it has. */
const ASCII = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
const ANY = 600;
/** Of letters that are not Latin, such as Chinese ones. */
const WIDE = 1000;
const OTHERS: ReadonlyMap<string, number> = new Map([
  ['\u00a0', 278],
  ['\u202f', 200],
  ['·', 278],
  ['−', 584],
  ['–', 556],
  ['…', 1000],
  ['”', 333],
  ['▲', 990],
  ['▼', 990],
]);
/** Bold letters are so much wider. */
const BOLD = 1.07;

function letterWidth(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  const known = ASCII[code - 32] ?? OTHERS.get(letter);
  if (known !== undefined) return known;
  if (code > 0x2e80) return WIDE;
  // An ö is as wide as an o.
  const [base = ''] = letter.normalize('NFD');
  return ASCII[(base.codePointAt(0) ?? 0) - 32] ?? ANY;
}

/** How wide a text is in one line, in inches; `font` in points. Example: '110 %' at 11 points is 0.433. */
export function textWidth(text: string, font: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return ((width / 1000) * (bold ? BOLD : 1) * font) / 72;
}

/** How many lines a text takes, broken between words where there are any. */
export function linesIn(text: string, width: number, font: number, bold = false): number {
  let [lines, left] = [1, width];
  for (const word of text.split(' ')) {
    const wide = textWidth(`${word} `, font, bold);
    const needed = wide - textWidth(' ', font);
    if (needed > left && left < width) {
      lines++;
      left = width;
    }
    // A word that is wider than a line.
    const over = Math.max(0, Math.ceil(needed / width) - 1);
    lines += over;
    left -= over > 0 ? wide % width : wide;
  }
  return lines;
}
