/** Swedish order, numbers by size; equal labels by their characters, so that the order never depends on the rows. */
const collator = new Intl.Collator('sv', { numeric: true });

export function compareLabels(a: string, b: string): number {
  return collator.compare(a, b) || compareCharacters(a, b);
}

function compareCharacters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Compare<T> = (a: T, b: T) => number;

/**
 * Sorts many items in place by an order that compares labels. Comparing characters is ten times as quick and gives nearly
 * the same order, which leaves the collator little to do.
 * Example: `sortByLabels(['ö', 'a10', 'a9'], (compare) => compare)` is ['a9', 'a10', 'ö'].
 */
export function sortByLabels<T>(items: T[], orderWith: (compare: Compare<string>) => Compare<T>): T[] {
  return items.sort(orderWith(compareCharacters)).sort(orderWith(compareLabels));
}

/** One group among its siblings. */
interface Sibling<T> {
  readonly item: T;
  /** Null for dates and for the unknown member. */
  readonly label: string | null;
  /** Bucket index of a date. */
  readonly index: number;
  readonly isDate: boolean;
  readonly other: boolean;
  readonly value: number | null;
}

interface SiblingOrder {
  readonly byValue: boolean;
  readonly descending: boolean;
}

/**
 * Siblings in order: dates by time, names by label, or all by value; by label the unknown member after the named ones, "Other"
 * always last; no value after any value, and equal values by label upwards.
 * Example: North 5, South 30 and Other 40 by value, highest first, are South, North, Other.
 */
export function sortSiblings<T>(siblings: readonly Sibling<T>[], { byValue, descending }: SiblingOrder): T[] {
  const sign = descending ? -1 : 1;
  return sortByLabels([...siblings], (compare) => {
    const byLabel = (a: Sibling<T>, b: Sibling<T>, way: number): number => {
      if (a.isDate) return way * (a.index - b.index);
      if (a.label === null || b.label === null) return Number(a.label === null) - Number(b.label === null);
      return way * compare(a.label, b.label);
    };
    return (a, b) => {
      if (a.other !== b.other) return a.other ? 1 : -1;
      if (!byValue) return byLabel(a, b, sign);
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null) || byLabel(a, b, 1);
      return sign * (a.value - b.value) || byLabel(a, b, 1);
    };
  }).map(({ item }) => item);
}
