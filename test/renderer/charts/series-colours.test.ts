import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COLOURS } from '#files/report-out/colours.ts';
import { contrast } from '../../../renderer/charts/scene/readable-on.ts';
import { SERIES_INKS, sixDigits } from '../../../renderer/charts/scene/inks.ts';
import { difference, labOf, SIGHTS, type Lab, type Sight } from '../../support/colour-difference.ts';
import { root } from '../../support/tree.ts';

const css = readFileSync(`${root}/renderer/ui/tokens.css`, 'utf8');
const [light = '', ...darks] = css.split(/\n +color-scheme: /).slice(1);

function coloursOf(block: string): ReadonlyMap<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', color = '']) => [name, sixDigits(color)]),
  );
}

test('slides are drawn in the colours of the light theme', () => {
  const tokens = coloursOf(light);
  for (const [name, colour] of Object.entries(COLOURS)) expect(`#${colour}`, name).toBe(tokens.get(name));
});

const seenOf = (colour: string): Readonly<Record<Sight, Lab>> => {
  const seen = (sight: Sight): Lab => labOf(colour, sight);
  return { usual: seen('usual'), protan: seen('protan'), deutan: seen('deutan'), tritan: seen('tritan') };
};

/** Beside each other two colours are told apart from about 2.3 on; in a legend they are remembered, which takes several times that. */
const APART = 10;
/** What a graphic takes against what is beside it: WCAG 2.2, 1.4.11; and text on what is under it: 1.4.3. */
const GRAPHIC = 3;
const TEXT = 4.5;

test('the colour difference is CIEDE2000', () => {
  // Pairs 1, 7 and 25 of Sharma, Wu and Dalal (2005).
  expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(difference([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
  expect(difference([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
});

const themes = [{ theme: 'light', block: light }, ...darks.map((block) => ({ theme: 'dark', block }))];

describe.each(themes)('the eight colours of series, $theme', ({ block }) => {
  const colours = coloursOf(block);
  const series = SERIES_INKS.map((ink) => colours.get(ink) ?? '');

  test('are told apart by everyone', () => {
    const seen = series.map(seenOf);
    for (const [index, one] of seen.entries()) {
      for (const [before, other] of seen.slice(0, index).entries()) {
        for (const sight of SIGHTS) {
          const pair = `${sight}: ${String(SERIES_INKS[before])} and ${String(SERIES_INKS[index])}`;
          expect(difference(one[sight], other[sight]), pair).toBeGreaterThan(APART);
        }
      }
    }
  });

  test('carry numbers that can be read', () => {
    for (const colour of series) {
      const written = ['ink', 'surface'].map((ink) => contrast(colour, colours.get(ink) ?? ''));
      expect(Math.max(...written), colour).toBeGreaterThan(TEXT);
    }
  });

  test('leave green and red to good and bad, and stand off the page', () => {
    for (const [index, colour] of series.entries()) {
      for (const reserved of ['good', 'bad']) {
        const apart = difference(labOf(colour, 'usual'), labOf(colours.get(reserved) ?? '', 'usual'));
        expect(apart, `${String(SERIES_INKS[index])} and ${reserved}`).toBeGreaterThan(APART);
      }
      expect(contrast(colour, colours.get('surface') ?? ''), colour).toBeGreaterThan(GRAPHIC);
    }
  });
});
