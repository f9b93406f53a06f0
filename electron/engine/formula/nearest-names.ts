import { editDistance } from '../names/edit-distance.ts';

const MOST_NAMES = 3;

/**
 * Up to three names that a misspelt one may mean, the nearest first: at most one letter in three apart, capitals aside.
 * Example: 'net_sale' among the measures gives ['net-sales'].
 */
export function nearestNames(word: string, known: Iterable<string>): readonly string[] {
  const most = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  return [...new Set(known)]
    .map((name) => ({ name, distance: editDistance(word.toLowerCase(), name.toLowerCase(), most) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}
