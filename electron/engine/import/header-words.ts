const CAMEL = /(\p{Ll})(\p{Lu})/gu;
const PUNCTUATION = /[^\p{L}\p{N}%#]+/gu;

/**
 * A header as it is compared: small letters, one blank between words, no punctuation; å ä ö, % and # kept.
 * Example: `headerWords(' Artikel-Nr. ')` is 'artikel nr'; `headerWords('UnitPrice')` is 'unit price'.
 */
export function headerWords(header: string): string {
  return header.normalize('NFC').replace(CAMEL, '$1 $2').toLowerCase().replace(PUNCTUATION, ' ').trim();
}

/**
 * Names for headers as the file has them: a blank one becomes `Kolumn 7`, a repeated one `Sales 2`. The names are part of
 * custom fields' keys, so they do not follow the user's language.
 * Example: `nameHeaders(['Sales', '', 'Sales'])` is ['Sales', 'Kolumn 2', 'Sales 2'].
 */
export function nameHeaders(texts: readonly string[]): readonly string[] {
  const taken = new Set(texts.filter((text) => text !== '').map((text) => text.toLowerCase()));
  const used = new Set<string>();
  return texts.map((text, index) => {
    const base = text === '' ? `Kolumn ${String(index + 1)}` : text;
    let name = base;
    for (let n = 2; used.has(name.toLowerCase()) || (name !== text && taken.has(name.toLowerCase())); n++) {
      name = `${base} ${String(n)}`;
    }
    used.add(name.toLowerCase());
    return name;
  });
}
