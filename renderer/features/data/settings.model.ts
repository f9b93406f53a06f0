/** Currencies offered by name; another one in force is offered as well. */
export const CURRENCIES: readonly string[] = [
  'SEK',
  'EUR',
  'NOK',
  'DKK',
  'USD',
  'GBP',
  'CHF',
  'PLN',
  'ISK',
  'CAD',
  'AUD',
  'JPY',
];

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
