/** The pages that hold rows first to last, both included. Example: rows 190 to 410 at 200 a page are pages 0, 1 and 2. */
export function pagesInSight(first: number, last: number, size: number): readonly number[] {
  const start = Math.floor(first / size);
  return Array.from({ length: Math.floor(Math.max(first, last) / size) - start + 1 }, (_, index) => start + index);
}
