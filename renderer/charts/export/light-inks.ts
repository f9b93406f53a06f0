import { INKS, sixDigits, type Ink, type Inks } from '../scene/inks.ts';

/** The tokens of the light theme whatever is in force: an exported picture lands on a white page. Null where the page's styles have none. */
export function lightInks(font: string): Inks | null {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSStyleRule) || !rule.selectorText.split(', ').includes(':root')) continue;
      const { style } = rule;
      if (style.getPropertyValue('--actual') === '') continue;
      const read = (ink: Ink): [Ink, string] => [ink, sixDigits(style.getPropertyValue(`--${ink}`).trim())];
      return { font, of: Object.fromEntries(INKS.map(read)) as Record<Ink, string> };
    }
  }
  return null;
}
