import { mkdirSync } from 'node:fs';
import { CHART_KINDS } from '#shared/charts/model.ts';
import { openGallery } from '../test/renderer/charts/gallery/gallery-page.ts';

/** docs/charts/: every kind of chart in both themes and both languages, as it is drawn today. */
mkdirSync('docs/charts', { recursive: true });
const gallery = await openGallery();
try {
  for (const language of ['sv', 'en'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      for (const kind of CHART_KINDS) {
        const page = await gallery.open(`${language}&${theme}&${kind}`, { width: 664, height: 420 });
        const card = page.locator(`#${kind}`);
        await card.locator('[data-drawn], table').first().waitFor();
        await card.screenshot({ path: `docs/charts/${kind}-${theme}-${language}.png` });
        await page.context().close();
      }
    }
  }
} finally {
  await gallery.close();
}
