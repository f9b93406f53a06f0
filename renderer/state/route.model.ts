export const SCREENS = [
  'overview',
  'explore',
  'forecast',
  'kpis',
  'kpi-settings',
  'kpi-editor',
  'goals',
  'customer-value',
  'reports',
  'data',
  'rows',
  'names',
  'entry',
  'import',
] as const;
export type Screen = (typeof SCREENS)[number];

/** The screens that have a link at the side; the others lie within one of them. */
export const ROOMS = [
  'overview',
  'explore',
  'goals',
  'forecast',
  'customer-value',
  'reports',
  'kpis',
  'data',
] as const satisfies readonly Screen[];
export type Room = (typeof ROOMS)[number];

/** What the address says: `#/data`, `#code=…`, `#print=…&code=…`; several parts are joined by `&`. */
export interface Address {
  readonly screen: Screen | null;
  /** One-time code of the browser shell. */
  readonly code: string | null;
  /** Id of a report to print. */
  readonly print: string | null;
}

/** Reads the fragment. Unknown screens and parts are passed over. Example: `#/data&code=abc` is the data screen and a code. */
export function parseAddress(hash: string): Address {
  const parts = hash.replace(/^#/, '').split('&');
  const valueOf = (name: string): string | null => {
    const part = parts.find((each) => each.startsWith(`${name}=`));
    return part === undefined ? null : part.slice(name.length + 1);
  };
  const path = parts.find((each) => each.startsWith('/'))?.slice(1);
  return { screen: SCREENS.find((screen) => screen === path) ?? null, code: valueOf('code'), print: valueOf('print') };
}

/** The fragment of a screen. Example: `#/data`. */
export function addressOf(screen: Screen): string {
  return `#/${screen}`;
}
