/**
 * Letters to change, add, leave out or swap with the next to get from one word to the other (optimal string alignment);
 * `most + 1` when it takes more than `most`. Example: `editDistance('technology', 'technolgy', 2)` is 1.
 */
export function editDistance(a: string, b: string, most: number): number {
  const tooFar = most + 1;
  if (Math.abs(a.length - b.length) > most) return tooFar;
  let [before, last, row] = [new Uint8Array(b.length + 1), new Uint8Array(b.length + 1), new Uint8Array(b.length + 1)];
  for (let j = 0; j <= b.length; j++) last[j] = Math.min(j, tooFar);
  for (let i = 1; i <= a.length; i++) {
    row.fill(tooFar);
    row[0] = Math.min(i, tooFar);
    let least = row[0];
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = Math.min(cost, tooFar);
      least = Math.min(least, cost);
    }
    if (least > most) return tooFar;
    [before, last, row] = [last, row, before];
  }
  return last[b.length] ?? tooFar;
}
