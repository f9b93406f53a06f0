/** What is known under a key, else made; of more than `most` the one is forgotten that was asked for longest ago. */
export function recalled<T>(known: Map<string, T>, key: string, most: number, make: () => T): T {
  const found = known.get(key) ?? make();
  known.delete(key);
  known.set(key, found);
  for (const oldest of known.keys()) {
    if (known.size <= most) break;
    known.delete(oldest);
  }
  return found;
}
