/** Remembers what is computed for an object and a text, as long as the object lives. */
export function memo<K extends object, V>(): (object: K, key: string, compute: () => V) => V {
  const known = new WeakMap<K, Map<string, V>>();
  return (object, key, compute) => {
    const byKey = known.get(object) ?? new Map<string, V>();
    known.set(object, byKey);
    const found = byKey.get(key);
    if (found !== undefined) return found;
    const value = compute();
    byKey.set(key, value);
    return value;
  };
}

/** What a map has under a key, computed when it is first asked for. */
export function remembered<K, V>(
  known: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  compute: () => V,
): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = compute();
  known.set(key, value);
  return value;
}
