import { workbookOf } from '../fixtures/workbook.ts';
import type { Dice } from './dice.ts';
import type { Mutant } from './mutant.ts';
import { hucreCells } from './second-readers.ts';
import { isByTheRules } from './sheet-grammar.ts';
import { modelCells, sheetXml, workbookModel } from './workbook-model.ts';

const PIECES = [
  '<',
  '>',
  '"',
  "'",
  '/',
  '&',
  ' ',
  '\0',
  '</c>',
  '<c>',
  '<c/>',
  '<row>',
  '</row>',
  '<row/>',
  '<v>',
  '</v>',
  '<v>7</v>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '<?',
  '<!DOCTYPE x>',
  '<is>',
  '<t>',
  '</sheetData>',
  ' r="__proto__"',
  ' r="constructor1"',
  ' r="A1"',
  ' r="ZZZ99999999"',
  ' t="s"',
  ' t="b"',
  ' s="1"',
  ' s="99999"',
  '&#x110000;',
  '&#0;',
  '&nbsp;',
  '&amp;',
  '1E999',
  '-',
  '0',
  '9'.repeat(400),
  'NaN',
  '\ufffe',
] as const;

/** A piece put in, maybe over a few letters, or letters taken out, or a stretch of the text given twice. */
function damaged(xml: string, dice: Dice): readonly [string, string] {
  const at = dice.below(xml.length);
  const way = dice.below(10);
  if (way === 0) return [`cut out at ${at}`, xml.slice(0, at) + xml.slice(at + 1 + dice.below(80))];
  if (way === 1) {
    const end = at + 1 + dice.below(120);
    return [`given twice at ${at}`, xml.slice(0, end) + xml.slice(at)];
  }
  const piece = dice.pick(PIECES);
  const cut = dice.chance(0.5) ? 0 : dice.below(12);
  return [`${JSON.stringify(piece.slice(0, 20))} at ${at} over ${cut}`, xml.slice(0, at) + piece + xml.slice(at + cut)];
}

/** The second reader takes reading aids for text. */
const withoutAids = (xml: string): string => xml.replaceAll(/<rPh.*?<\/rPh>/g, '');

/** A section that has swallowed cells, of which the second reader sees nothing. */
const SWALLOWED = /<!\[CDATA\[(?:(?!\]\]>)[^])*<\/?(?:c|v|t|si)\b/;

/** The XML of a sheet or its list of texts, in new clothes or damaged, packed again with a checksum that fits. */
export function xmlMutant(dice: Dice): Mutant {
  const model = workbookModel(dice);
  const { sheet, strings } = sheetXml(model, dice);
  if (dice.chance(0.4)) {
    const bytes = workbookOf({ sheet, strings, formats: [14] });
    return { what: 'written another way', bytes, sound: true, truth: modelCells(model), second: null };
  }
  const inStrings = strings !== '' && dice.chance(0.2);
  const [what, xml] = damaged(withoutAids(inStrings ? strings : sheet), dice);
  const parts = inStrings ? { sheet: withoutAids(sheet), strings: xml } : { sheet: xml, strings: withoutAids(strings) };
  const bytes = workbookOf({ ...parts, formats: [14] });
  const second = isByTheRules(xml) && !SWALLOWED.test(xml) ? () => hucreCells(bytes) : null;
  return { what: `${inStrings ? 'texts' : 'sheet'}: ${what}`, bytes, sound: false, truth: null, second };
}
