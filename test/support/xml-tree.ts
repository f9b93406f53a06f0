/** A small strict reader of XML, for parts of files: throws where a real one would refuse. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text and that of everything in it. */
  readonly text: string;
  /** Everything in it of this name, in order. */
  all(name: string): readonly XmlNode[];
}

class Element implements XmlNode {
  readonly name: string;
  readonly attributes: Record<string, string> = {};
  readonly children: Element[] = [];
  text = '';

  constructor(name: string) {
    this.name = name;
  }

  all(name: string): readonly Element[] {
    return this.children.flatMap((child) => [...(child.name === name ? [child] : []), ...child.all(name)]);
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = String.raw`[A-Za-z_][\w.\-]*(?::[A-Za-z_][\w.\-]*)?`;
const TOKEN = new RegExp(
  String.raw`<\?[^?]*\?>|</(${NAME})\s*>|<(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>|([^<]+)`,
  'y',
);
// oxlint-disable-next-line no-control-regex -- what XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function decoded(text: string): string {
  if (text.includes(']]>')) throw new Error('an end of CDATA in text');
  return text.replaceAll(/&([^;&\s]*);?/g, (whole, name: string) => {
    const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    const letter = number
      ? String.fromCodePoint(Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10))
      : ENTITIES[name];
    if (letter === undefined || !whole.endsWith(';')) throw new Error(`no entity: ${whole}`);
    return letter;
  });
}

export function xmlTree(xml: string): XmlNode {
  if (FORBIDDEN.test(xml) || !xml.isWellFormed()) throw new Error('a letter XML cannot hold');
  const root = new Element('');
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(xml);
    if (token === null) throw new Error(`not well formed at ${String(at)}: ${xml.slice(at, at + 80)}`);
    const [, closes, opens, attributes = '', empty, text] = token;
    const top = open.at(-1) ?? root;
    if (text !== undefined) {
      const said = decoded(text);
      for (const one of open) one.text += said;
    } else if (closes !== undefined) {
      if (top.name !== closes) throw new Error(`</${closes}> ends <${top.name}>`);
      open.pop();
    } else if (opens !== undefined) {
      const made = new Element(opens);
      for (const [, name = '', quoted = ''] of attributes.matchAll(
        new RegExp(String.raw`(${NAME})\s*=\s*("[^"]*"|'[^']*')`, 'g'),
      )) {
        if (name in made.attributes) throw new Error(`${name} twice`);
        made.attributes[name] = decoded(quoted.slice(1, -1));
      }
      top.children.push(made);
      if (empty === '') open.push(made);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('no single root');
  return root;
}
