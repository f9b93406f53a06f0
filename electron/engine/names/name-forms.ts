/** Ways of saying what a company is, in the countries our users trade with. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    'ab aktiebolag publ hb handelsbolag kb kommanditbolag ekonomisk förening ef enskild firma as asa aps is oy oyj ' +
    'ltd limited inc incorporated corp corporation co company llc llp plc pty gmbh mbh ag ohg bv nv sa sas sarl srl spa'
  ).split(' '),
);
const FILLERS: ReadonlySet<string> = new Set(['och', 'and', 'und']);

/** A name stripped step by step; each form is the key under which names alike in that way meet. */
export interface NameForms {
  /** Lower case, single spaces. */
  readonly folded: string;
  /** Letters and figures only. */
  readonly compact: string;
  /** And without accents. */
  readonly plain: string;
  /** Words without accents, in alphabetical order. */
  readonly sorted: string;
  /** Words without accents and, of companies, without the legal form. */
  readonly core: readonly string[];
  /** Figures in order: '1,5 kg' is '1 5', and never the same as '15 kg'. */
  readonly figures: string;
}

const LETTERS_NFD_LEAVES: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss', ł: 'l', đ: 'd' };

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæßłđ]/g, (letter) => LETTERS_NFD_LEAVES[letter] ?? letter);
}

/**
 * The forms of a name. `companies`: legal forms (AB, Ltd, GmbH) say nothing about who it is.
 * Example: 'AB Björk & Co.' has the core `['bjork']` of a company and is compact 'abbjörkco'.
 */
export function nameForms(name: string, companies: boolean): NameForms {
  const folded = name.normalize('NFKC').toLocaleLowerCase('sv').replace(/\s+/g, ' ').trim();
  const words = folded
    .replace(/\b([ai])\/s\b/g, '$1s')
    .replace(/(?<!\d)[.'’]|[.'’](?!\d)/g, '')
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== '' && !FILLERS.has(word));
  const compact = words.join('');
  const plainWords = words.map(withoutAccents);
  const core = plainWords.filter((_, place) => !companies || !LEGAL_FORMS.has(words[place] ?? ''));
  return {
    folded,
    compact,
    plain: plainWords.join(''),
    sorted: plainWords.toSorted().join(' '),
    core: core.length === 0 ? plainWords : core,
    figures: (folded.match(/\d+/g) ?? []).join(' '),
  };
}
