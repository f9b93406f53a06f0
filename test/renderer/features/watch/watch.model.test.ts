import { createInstance, type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import enWatch from '#shared/messages/en/watch.json' with { type: 'json' };
import svWatch from '#shared/messages/sv/watch.json' with { type: 'json' };
import type { OfferedFile } from '#shared/watching.ts';
import { offerText, takenText } from '../../../../renderer/features/watch/watch.model.ts';
import { plain } from '../../catalogue.ts';

async function wordsIn(lng: 'sv' | 'en'): Promise<TFunction> {
  const resources = { sv: { watch: svWatch }, en: { watch: enWatch } };
  return await createInstance().init({ lng, defaultNS: 'watch', interpolation: { escapeValue: false }, resources });
}

const offer: OfferedFile = {
  fileId: 'f',
  name: 'oktober.xlsx',
  size: 10,
  sha256: 'a'.repeat(64),
  kinds: ['sale'],
  rows: 1234,
  rejected: 0,
  remembered: 'september.xlsx',
  ready: true,
};

describe('an offered file', () => {
  it('says how many rows it would add and which file it is read as', async () => {
    const sv = await wordsIn('sv');
    expect(plain(offerText(sv, offer, 'sv-SE'))).toBe('1 234 nya rader, läses som förra gången (september.xlsx).');
    expect(offerText(await wordsIn('en'), { ...offer, rows: 1 }, 'en-GB')).toBe(
      '1 new row, read as last time (september.xlsx).',
    );
  });

  it('says what cannot be read and what is open', async () => {
    const sv = await wordsIn('sv');
    expect(plain(offerText(sv, { ...offer, rejected: 2 }, 'sv-SE'))).toMatch(/ 2 rader kan inte läsas\.$/);
    expect(offerText(sv, { ...offer, ready: false }, 'sv-SE')).toBe(
      'Känns igen från september.xlsx, men något behöver avgöras först.',
    );
  });

  it('that was imported by itself says so with its rows', async () => {
    const taken = { fileId: 'f', name: 'oktober.xlsx', rows: 1234, imports: [2] };
    expect(takenText(await wordsIn('en'), taken, 'en-GB')).toBe('1,234 rows, read as last time.');
  });
});
