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
