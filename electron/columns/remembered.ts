/** A Map or a WeakMap. */
interface Remembering<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** What a map has under a key, computed when it is first asked for. */
export function remembered<K, V>(known: Remembering<K, V>, key: K, compute: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const fresh = compute();
  known.set(key, fresh);
  return fresh;
}

/** The same of the keys asked for last, no more than `most` of them. */
export function rememberedLately<K, V>(known: Map<K, V>, most: number, key: K, compute: () => V): V {
  const value = known.has(key) ? (known.get(key) as V) : compute();
  known.delete(key);
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return value;
}
