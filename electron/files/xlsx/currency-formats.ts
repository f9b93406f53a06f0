/** Countries, by Windows' number for their language, whose currency's sign other countries share. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  '409': 'USD',
  '1009': 'CAD',
  c09: 'AUD',
  '41d': 'SEK',
  '81d': 'EUR',
  '414': 'NOK',
  '814': 'NOK',
  '406': 'DKK',
  '40f': 'ISK',
  '411': 'JPY',
  '804': 'CNY',
};
const SHARED_SIGNS = new Set(['$', 'kr', 'kr.', '¥']);
const NAMED = /^(?:kr\.?|:-|US\$|[$€£¥]|SEK|NOK|DKK|ISK|EUR|USD|GBP|CHF|PLN|CAD|AUD|JPY)$/i;

/**
 * The currency a number format writes beside the number, as it is written (`kr`, `$`, `€`) or as its code where the format
 * says whose it is; null for none. Example: `#,##0.00 "kr"` is `kr`, `[$$-409]#,##0` is `USD`, `0.0" dagar"` is null.
 */
export function currencyOfFormat(code: string): string | null {
  const [first = ''] = code.replaceAll(/_.|\*./g, '').split(';');
  const tagged = /\[\$([^\]-]+)(?:-([0-9a-f]+))?[^\]]*\]/i.exec(first);
  if (tagged !== null) {
    const sign = tagged[1]?.trim() ?? '';
    const country = tagged[2]?.toLowerCase() ?? '';
    return NAMED.test(sign) ? ((SHARED_SIGNS.has(sign.toLowerCase()) ? BY_COUNTRY[country] : null) ?? sign) : null;
  }
  const written = [...first.replaceAll(/\[[^\]]*\]/g, '').matchAll(/"([^"]*)"|((?:\\.)+)|([$€£¥])/g)];
  const texts = written.map(([, quoted, escaped, bare]) =>
    (quoted ?? escaped?.replaceAll('\\', '') ?? bare ?? '').trim(),
  );
  return texts.find((text) => NAMED.test(text)) ?? null;
}
