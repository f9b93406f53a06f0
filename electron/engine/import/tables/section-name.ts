const WORDS: readonly (readonly [RegExp, string])[] = [
  [/kund|customer|client/i, 'Kund'],
  [/artikel|produkt|product|item/i, 'Produkt'],
  [/säljare|\brep\b|sales ?person|employee/i, 'Säljare'],
  [/region|distrikt|territory/i, 'Region'],
];

/** QuickBooks' sales by customer detail without its titles. */
const QUICKBOOKS = /transaction type.*product\/service/i;

/**
 * Name of a column of section rows that has none: by what the report's title says it is by. `Grupp` when it says nothing.
 * Example: 'Sales by Customer Detail' gives 'Kund'.
 */
export function sectionName(title: string, headers: string): string {
  const found = WORDS.find(([words]) => words.test(title));
  if (found !== undefined) return found[1];
  return QUICKBOOKS.test(headers) ? 'Kund' : 'Grupp';
}
