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
