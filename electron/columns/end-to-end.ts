/** Numbers in one array after another as one array. */
export function endToEnd<T extends Int32Array | Float64Array>(
  Numbers: new (length: number) => T,
  parts: readonly T[],
): T {
  const all = new Numbers(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
