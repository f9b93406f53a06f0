import { workbookOf } from '../fixtures/workbook.ts';
import { numberCell, placeOf, type Cells } from './cells.ts';
import type { Dice } from './dice.ts';

/** A cell as a person sees it. */
export type ModelCell =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number' | 'date'; readonly value: number }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string }
  | { readonly kind: 'none'; readonly value: null };
export type Model = readonly (readonly ModelCell[])[];

const HEADER = ['Fakturadatum', 'Kund', 'Belopp', 'Antal', 'Fakturanr', 'Betald'];
const CUSTOMERS = [
  'Åkes Bygg',
  'Öberg & Co',
  'a < b > c',
  '"Citat" AB',
  "O'Neill",
  'Café   Noir',
  '日本',
  'x\ny',
  'ÅÄÖ åäö',
];

const text = (value: string): ModelCell => ({ kind: 'text', value });

/** A small ledger: dates, names with every awkward letter, money, counts, codes, flags, and here and there a hole. */
export function workbookModel(dice: Dice): Model {
  const rows = dice.times(3 + dice.below(25), (i): ModelCell[] => [
    { kind: 'date', value: 44_000 + dice.below(1500) },
    text(dice.pick(['Totalbygg AB', ...CUSTOMERS])),
    { kind: 'number', value: (dice.below(2_000_000) - 500_000) / dice.pick([1, 10, 100, 1000]) },
    { kind: 'number', value: dice.below(50) },
    text(`00${String(i)}-${dice.below(90)}`),
    { kind: 'flag', value: dice.chance(0.5) },
  ]);
  const holes = rows.map((row) =>
    row.map((cell, column): ModelCell => {
      if (column < 2 || !dice.chance(0.06)) return cell;
      return dice.chance(0.2) ? { kind: 'error', value: '#REF!' } : { kind: 'none', value: null };
    }),
  );
  return [HEADER.map(text), ...holes];
}

export function modelCells(model: Model): Cells {
  const cells = new Map<string, string>();
  model.forEach((row, index) => {
    row.forEach((cell, column) => {
      const shown = shownCell(cell);
      if (shown !== null) cells.set(placeOf(index + 1, column), shown);
    });
  });
  return cells;
}

function shownCell({ kind, value }: ModelCell): string | null {
  switch (kind) {
    case 'text':
      return `"${value}`;
    case 'number':
      return numberCell(value);
    case 'date':
      return `@${value}`;
    case 'flag':
      return value ? '!TRUE' : '!FALSE';
    case 'error':
      return `#${value}`;
    case 'none':
      return null;
  }
}

export function workbookBytes(model: Model, dice: Dice): Buffer {
  const { sheet, strings } = sheetXml(model, dice);
  return workbookOf({ sheet, strings, formats: [14] });
}

/** The rows in XML, each thing written in one of the ways that mean the same. */
export function sheetXml(model: Model, dice: Dice): { readonly sheet: string; readonly strings: string } {
  const shared: string[] = [];
  const rows = model.map((row, index) => {
    const isFull = row.every(({ kind }) => kind !== 'none');
    const named = !isFull || dice.chance(0.8);
    const cells = row.map((cell, column) =>
      cellXml(cell, named ? `${String.fromCharCode(65 + column)}${index + 1}` : null, shared, dice),
    );
    const attributes = dice.pick([
      `r="${index + 1}"`,
      `r="${index + 1}" spans="1:6" ht="15"`,
      `ht='15' r='${index + 1}'`,
    ]);
    return `<row ${attributes}>${cells.join(filler(dice))}</row>`;
  });
  return { sheet: rows.join(filler(dice)), strings: shared.map((value) => `<si>${runs(value, dice)}</si>`).join('') };
}

/** What may stand between elements and means nothing. */
function filler(dice: Dice): string {
  return dice.chance(0.8) ? '' : dice.pick([' ', '\n\t', '<!-- <c r="A1"><v>1</v></c> -->', '<?word <c/> ?>']);
}

function cellXml(cell: ModelCell, ref: string | null, shared: string[], dice: Dice): string {
  const [type, inside] = contentXml(cell, shared, dice);
  if (inside === '' && (cell.kind !== 'none' || dice.chance(0.5))) return '';
  const quote = dice.pick(['"', '"', "'"]);
  const attributes = [
    ...(ref === null ? [] : [`r=${quote}${ref}${quote}`]),
    ...(type === '' ? [] : [`t=${quote}${type}${quote}`]),
    ...(cell.kind === 'date' ? [`s=${quote}1${quote}`] : []),
    ...(dice.chance(0.1) ? [`cm=${quote}1${quote}`] : []),
  ];
  if (dice.chance(0.3)) attributes.reverse();
  const space = dice.pick([' ', ' ', '  ', '\n']);
  const start = `<c${attributes.map((attribute) => space + attribute).join('')}${dice.pick(['', '', ' '])}`;
  return inside === '' ? `${start}/>` : `${start}>${inside}</c>`;
}

/** The cell's `t` and its inside. */
function contentXml({ kind, value }: ModelCell, shared: string[], dice: Dice): readonly [string, string] {
  const formula = dice.chance(0.1) ? dice.pick(['<f>1+1</f>', '<f/>', '<f t="shared" si="0"/>']) : '';
  switch (kind) {
    case 'none':
      return ['', ''];
    case 'flag':
      return ['b', `${formula}<v>${value ? 1 : 0}</v>`];
    case 'error':
      return ['e', `${formula}<v>${value}</v>`];
    case 'number':
    case 'date':
      return [dice.pick(['', '', 'n']), `${formula}<v>${numberText(value, dice)}</v>`];
    case 'text': {
      const way = dice.below(4);
      if (way === 0) return ['inlineStr', `<is>${runs(value, dice)}</is>`];
      if (way === 1)
        return ['str', `${formula}<v${dice.pick(['', ' xml:space="preserve"'])}>${letters(value, dice)}</v>`];
      return ['s', `<v>${shared.push(value) - 1}</v>`];
    }
  }
}

function numberText(value: number, dice: Dice): string {
  const plain = String(value);
  switch (dice.below(5)) {
    case 0:
      return value.toExponential();
    case 1:
      return plain.includes('.') ? `${plain}00` : plain;
    // What binary arithmetic leaves behind the fifteenth digit.
    case 2:
      return value.toPrecision(17);
    default:
      return plain;
  }
}

/** A text in one piece, or cut into runs, with or without the reading aid that is no part of it. */
function runs(value: string, dice: Dice): string {
  const t = (part: string): string => `<t xml:space="preserve">${letters(part, dice)}</t>`;
  const aid = dice.chance(0.1) ? '<rPh sb="0" eb="1"><t>kana</t></rPh>' : '';
  if (!dice.chance(0.3)) return t(value) + aid;
  const cut = dice.below(value.length);
  return `<r><rPr><b/></rPr>${t(value.slice(0, cut))}</r><r>${t(value.slice(cut))}</r>${aid}`;
}

function letters(value: string, dice: Dice): string {
  if (dice.chance(0.1)) return `<![CDATA[${value}]]>`;
  const numbered = dice.chance(0.1);
  return value.replaceAll(/[<>&"'\u0080-\uffff]/g, (letter) => {
    const code = letter.charCodeAt(0);
    const named = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' }[letter];
    if (numbered) return dice.chance(0.5) ? `&#${code};` : `&#x${code.toString(16)};`;
    return named ?? letter;
  });
}
