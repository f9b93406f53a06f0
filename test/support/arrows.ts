import { posix } from 'node:path';
import { zones, type Zone } from '../../scripts/zones.ts';
import type { TextFile } from './tree.ts';

const specifier = /(?:\bfrom\s+|\bimport(?:\s+|\s*\(\s*)|\bnew URL\(\s*(?=['"]\.))(['"])([^'"\s]+)\1/g;

/** What a module names: static, dynamic, re-exported, for effect, and workers by URL. */
export function importsOf(text: string): readonly string[] {
  return [...text.matchAll(specifier)].flatMap(([, , name]) => (name === undefined ? [] : [name]));
}

const zoneOf = (path: string) => Object.entries(zones).find(([, { folder }]) => path.startsWith(`${folder}/`));

const libraryOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

function objection(path: string, zoneName: string, zone: Zone, name: string): string | null {
  const toZone = (other: string) =>
    other === zoneName || zone.zones.includes(other) ? null : `${zone.folder} may not import ${other}`;

  if (name.startsWith('#')) return toZone(name.slice(1).split('/')[0] ?? '');
  if (name.startsWith('.')) {
    const target = posix.join(posix.dirname(path), name);
    const other = zoneOf(target);
    if (other !== undefined) return toZone(other[0]);
    return /\.tsx?$/.test(target) ? `${target} lies outside every zone` : null;
  }
  if (name.startsWith('node:')) return zone.node ? null : `${zone.folder} runs without Node`;
  const allowed = zone.libraries[libraryOf(name)];
  if (allowed === undefined) return `${zone.folder} may not import ${libraryOf(name)}`;
  return posix.matchesGlob(path, `${zone.folder}/${allowed}`) ? null : `only ${allowed} may import ${libraryOf(name)}`;
}

/** Every import of a file that points against the arrows, as "path: what is wrong". */
export function arrowsAgainst({ path, text }: TextFile): readonly string[] {
  const zone = zoneOf(path);
  if (zone === undefined) return [`${path}: lies outside every zone`];
  return importsOf(text).flatMap((name) => {
    const wrong = objection(path, ...zone, name);
    return wrong === null ? [] : [`${path}: ${wrong} (${name})`];
  });
}
