import { COLOURS } from './colours.ts';
import { textWidth } from './letter-widths.ts';
import { plainText } from './plain-text.ts';
import type { Say } from './shown-report.ts';
import type { Flow } from './slide-flow.ts';
import { TITLE_TEXT } from './slide-table.ts';

export interface SlideWords {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Colour of a line to their left: somebody's own words. */
  readonly rule: string | null;
}

const FONT = 'Arial';
const TITLE = 0.26;
const BESIDE_RULE = 0.14;
const SPACE = 0.06;
/** A little more than the letters take: programs differ. */
const ROOM = 1.04;

interface Line {
  readonly text: string;
  /** The last of its paragraph. */
  readonly last: boolean;
}

/** Words on as many slides as they take. */
export function textFlow(
  { title, paragraphs, rule }: SlideWords,
  { width, font, lang }: { readonly width: number; readonly font: number; readonly lang: string },
): Flow {
  const inset = rule === null ? 0 : BESIDE_RULE;
  const across = Math.max(0.5, width - inset) / ROOM;
  const high = (font * 1.25) / 72;
  const lines = paragraphs
    .flatMap((paragraph) => plainText(paragraph).split('\n'))
    .flatMap((text) => broken(text, across, font));
  let next = 0;
  return (room, fresh) => {
    if (next >= lines.length) return 'done';
    const above = next === 0 && title !== '' ? TITLE : 0;
    let [height, end] = [above, next];
    for (let line = lines[end]; line !== undefined; line = lines[end]) {
      const more = high + (line.last ? SPACE : 0);
      if (height + more > room && end > next) break;
      height += more;
      end++;
    }
    if (!fresh && height > room) return 'later';
    const part = lines.slice(next, end);
    next = end;
    return {
      height,
      grows: false,
      draw: (slide, { x, y, w }) => {
        if (rule !== null)
          slide.addShape('line', { x: x + 0.01, y, w: 0, h: height, line: { color: rule, width: 1.5 } });
        if (above > 0)
          slide.addText(plainText(title), { ...TITLE_TEXT, x: x + inset, y, w: w - inset, h: TITLE, lang });
        slide.addText(paragraphsOf(part), {
          x: x + inset,
          y: y + above,
          w: w - inset,
          h: height - above,
          fontFace: FONT,
          fontSize: font,
          color: COLOURS.ink,
          margin: 0,
          valign: 'top',
          paraSpaceAfter: SPACE * 72,
          lang,
        });
      },
    };
  };
}

/** What somebody wrote on a page, in one's own words. */
export const commentFlow = (
  text: string,
  {
    width,
    font,
    lang,
    say,
  }: { readonly width: number; readonly font: number; readonly lang: string; readonly say: Say },
): Flow =>
  textFlow({ title: say('report:files.comment'), paragraphs: [text], rule: COLOURS.ink }, { width, font, lang });

/** The words of lines as paragraphs again: the program that shows them breaks lines itself. */
function paragraphsOf(lines: readonly Line[]): string {
  return lines
    .map(({ text, last }) => (last ? `${text}\n` : `${text} `))
    .join('')
    .trimEnd();
}

/** A paragraph in lines so wide, in inches, between words where there are any. */
function broken(text: string, across: number, font: number): readonly Line[] {
  const lines: string[] = [];
  let [line, left] = ['', across];
  const most = Math.max(1, Math.floor(across / textWidth('m', font)));
  for (const word of text.split(' ').flatMap((one) => pieces(one, across, most, font))) {
    const wide = textWidth(`${word} `, font);
    if (line !== '' && wide > left) {
      lines.push(line);
      [line, left] = [word, across];
    } else line = line === '' ? word : `${line} ${word}`;
    left -= wide;
  }
  return [...lines, line].map((one, at, all) => ({ text: one, last: at === all.length - 1 }));
}

function pieces(word: string, across: number, most: number, font: number): readonly string[] {
  const letters = [...word];
  if (letters.length <= most || textWidth(word, font) <= across) return [word];
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, at) =>
    letters.slice(at * most, (at + 1) * most).join(''),
  );
}
