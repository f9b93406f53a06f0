import type { ChartModel } from '#shared/charts/model.ts';
import { moneyUnit, type FormatContext, type Locale, type MoneyScale, type MoneyStep } from '#shared/format.ts';
import type { Written } from '#shared/report-content.ts';
import type { Unit } from '#shared/units.ts';

const digits = (decimals: number): string => (decimals === 0 ? '' : `.${'0'.repeat(decimals)}`);
const signedCode = (code: string): string => `+${code};-${code};${code}`;

/** A workbook's code of numbers in base units as a column writes them; scaled money is shown whole. Example: a signed ratio is '+0.0%;-0.0%;0.0%'. */
export function wholeCode({ unit, scale, decimals, signed }: Written): string {
  const code = unit === 'ratio' ? `0${digits(decimals)}%` : `#,##0${digits(decimalsOf(scale, decimals))}`;
  return signed ? signedCode(code) : code;
}

function decimalsOf(scale: MoneyScale | null, decimals: number): number {
  if (scale === null) return decimals;
  return scale.step === 'one' ? scale.decimals : 0;
}

const COMMAS: Readonly<Record<MoneyStep, string>> = { one: '', thousand: ',', million: ',,', billion: ',,,' };

/** Separators of a language, wherever the file is opened: Windows' numbers for them. */
const LANGUAGES: Readonly<Record<Locale, string>> = { 'sv-SE': '[$-41D]', 'en-GB': '[$-809]' };

/** A chart's code of numbers in base units, money shown on its scale. Example: Swedish thousands with one decimal are '[$-41D]#,##0.0,'. */
export function scaledCode(
  unit: Unit,
  { scale, format: { locale } }: Pick<ChartModel, 'scale' | 'format'>,
  values: readonly (number | null)[],
): string {
  const language = LANGUAGES[locale];
  if (unit === 'money') return `${language}#,##0${digits(scale.decimals)}${COMMAS[scale.step]}`;
  if (unit === 'ratio') return `${language}0.0%`;
  return `${language}#,##0${values.every((value) => value === null || Number.isInteger(value)) ? '' : '.0'}`;
}

const SCALED = ['thousand', 'million', 'billion'] as const satisfies readonly MoneyStep[];

/**
 * A title or label of scaled money over numbers in full. Amounts within it stay as they are.
 * Example: 'Försäljning, tkr' is 'Försäljning, kr'; '383 tkr' stays.
 */
export function inFullUnits(text: string, format: FormatContext): string {
  const words = SCALED.map((step) => moneyUnit(step, format).replaceAll(/[^\p{L}\p{N} ]/gu, String.raw`\$&`));
  const scaled = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<!\d[\s\u00a0\u202f])(?:${words.join('|')})(?![\p{L}\p{N}])`,
    'gu',
  );
  return text.replaceAll(scaled, () => moneyUnit('one', format));
}

/** The label of a column of money says in what. Example: 'Utfall' is 'Utfall, kr'. */
export function moneyLabel(label: string, format: FormatContext): string {
  const unit = moneyUnit('one', format);
  const full = inFullUnits(label, format);
  return full === '' || full.endsWith(unit) || full !== label ? full : `${full}, ${unit}`;
}
