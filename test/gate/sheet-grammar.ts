const TOKEN =
  /<!--(?:(?!--)[^])*-->|<!\[CDATA\[[^]*?\]\]>|<\?[\w.-]+(?:\s[^]*?)?\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*(\/?)>|[^<]+/gy;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const BAD_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos);|#(?:\d{1,6}|x[\da-fA-F]{1,5});)/;
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\]\]>/u;

/** What may stand in what, of the elements that the gate's sheets are made of; each inside a cell once. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  '': ['row', 'si'],
  row: ['c'],
  c: ['f', 'v', 'is'],
  is: ['t', 'r'],
  si: ['t', 'r'],
  r: ['rPr', 't'],
  rPr: ['b'],
};
const HOLDS_TEXT = new Set(['v', 't', 'f']);
const TYPES = new Set(['n', 's', 'str', 'inlineStr', 'b', 'e']);
const LONE = new Set(['f', 'v', 'is', 'rPr']);

interface Open {
  readonly name: string;
  readonly children: string[];
}

/** Whether the inside of `sheetData` or `sst` is XML as the rules of spreadsheets have it, so that all must read it alike. */
export function isByTheRules(xml: string): boolean {
  const open: Open[] = [{ name: '', children: [] }];
  let at = 0;
  for (const match of xml.matchAll(TOKEN)) {
    const [token, slash, name, attributes = '', empty] = match;
    at = match.index + token.length;
    const parent = open.at(-1);
    if (parent === undefined) return false;
    if (name === undefined) {
      if (!isContent(token, HOLDS_TEXT.has(parent.name))) return false;
    } else if (slash === '/') {
      if (attributes !== '' || empty === '/' || open.pop()?.name !== name) return false;
    } else {
      if (!isPlaced(name, parent) || !areAttributes(name, attributes)) return false;
      parent.children.push(name);
      if (empty !== '/') open.push({ name, children: [] });
    }
  }
  return at === xml.length && open.length === 1;
}

function isContent(token: string, isText: boolean): boolean {
  if (token.startsWith('<!--') || token.startsWith('<?')) return true;
  if (token.startsWith('<!')) return isText;
  return !BAD_REFERENCE.test(token) && !NO_CHARACTER.test(token) && (isText || token.trim() === '');
}

function isPlaced(name: string, { name: parent, children }: Open): boolean {
  const isSecond = LONE.has(name) && children.includes(name);
  return (
    CHILDREN[parent]?.includes(name) === true && !isSecond && !(name === 't' && children.length > 0 && parent !== 'r')
  );
}

function areAttributes(element: string, attributes: string): boolean {
  const all = [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', double, single = '']) => [key, double ?? single]);
  const type = all.find(([key]) => key === 't')?.[1];
  return (
    new Set(all.map(([key]) => key)).size === all.length &&
    !BAD_REFERENCE.test(attributes) &&
    (element !== 'c' || type === undefined || TYPES.has(type))
  );
}
