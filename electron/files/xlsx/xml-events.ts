import { damaged } from '../file-errors.ts';
import { unescapeXml } from './xml-text.ts';

const MAX_DEPTH = 64;

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  /** Names of the elements around it, outermost first. */
  readonly path: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * The elements of a small XML part in order of their start tags. Refuses document types (entity tricks), unclosed and
 * crossed elements and nesting deeper than 64. Attribute names come both with and without their prefix.
 */
export function* xmlElements(text: string): Generator<XmlElement> {
  const path: string[] = [];
  let seen = false;
  let at = text.indexOf('<');
  for (; at >= 0; at = text.indexOf('<', at)) {
    const special = specialEnd(text, at);
    if (special > 0) {
      at = special;
      continue;
    }
    const end = tagEnd(text, at);
    if (text[at + 1] === '/') {
      if (path.pop() !== localName(text.slice(at + 2, end).trim())) throw damaged('xml');
    } else {
      if (seen && path.length === 0) throw damaged('xml');
      seen = true;
      const empty = text[end - 1] === '/';
      const inside = text.slice(at + 1, empty ? end - 1 : end);
      const name = localName(/^[^\s]+/.exec(inside)?.[0] ?? '');
      yield { name, path, attributes: attributesOf(inside) };
      if (!empty) path.push(name);
      if (path.length > MAX_DEPTH) throw damaged('xml');
    }
    at = end + 1;
  }
  if (!seen || path.length > 0) throw damaged('xml');
}

/** Place after a comment, instruction or CDATA section, 0 for a tag. */
function specialEnd(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2);
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at + 9);
  if (text[at + 1] === '!') throw damaged('doctype');
  return 0;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw damaged('xml');
  return at + mark.length;
}

/** Place of the `>` that ends a tag; one in an attribute's value does not. */
function tagEnd(text: string, at: number): number {
  const mark = /["'>]/g;
  mark.lastIndex = at;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === '>') return found.index;
    mark.lastIndex = after(text, found[0], found.index + 1);
  }
  throw damaged('xml');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of tag.matchAll(/([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = unescapeXml(double ?? single ?? '');
    attributes.set(name, value);
    const local = localName(name);
    if (!attributes.has(local)) attributes.set(local, value);
  }
  return attributes;
}
