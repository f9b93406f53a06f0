/** A field of a SIE line: a text, or the texts between braces. */
export type SieField = string | readonly string[];

/**
 * The fields of a line, the tag first: separated by blanks and tabs, quoted where they hold blanks, `\"` for a quote in them,
 * an object list between braces. Example: `#TRANS 3010 {1 "Butik A"} -137.00` has the fields '#TRANS', '3010',
 * ['1', 'Butik A'], '-137.00'.
 */
export function sieFields(line: string): readonly SieField[] {
  const fields: SieField[] = [];
  let list: string[] | null = null;
  let at = 0;
  const put = (text: string): void => {
    (list ?? fields).push(text);
  };
  while (at < line.length) {
    const letter = line[at] ?? '';
    if (letter === '{') {
      list = [];
      at++;
    } else if (letter === '}') {
      fields.push(list ?? []);
      list = null;
      at++;
    } else if (letter === '"') {
      const [text, next] = quoted(line, at + 1);
      put(text);
      at = next;
    } else if (isBlank(letter)) {
      at++;
    } else {
      let end = at;
      while (end < line.length && !isBlank(line[end] ?? '') && line[end] !== '}') end++;
      put(line.slice(at, end));
      at = end;
    }
  }
  if (list !== null) fields.push(list);
  return fields;
}

/** Text up to the closing quote (or the end of the line), and the place after it. */
function quoted(line: string, from: number): readonly [string, number] {
  let text = '';
  for (let at = from; at < line.length; at++) {
    const letter = line[at] ?? '';
    if (letter === '"') return [text, at + 1];
    const escaped = letter === '\\' && line[at + 1] === '"';
    text += escaped ? '"' : letter;
    if (escaped) at++;
  }
  return [text, line.length];
}

/** Blanks, tabs and other control characters separate fields. */
function isBlank(letter: string): boolean {
  return letter.charCodeAt(0) <= 32;
}
