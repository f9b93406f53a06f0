import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { KPI_CATALOGUE } from '#shared/kpi-catalogue.ts';
import { KPI_WORDS } from '#shared/kpi-words.ts';
import { MEASURES } from '#shared/measures.ts';

describe('words', () => {
  const ids = [...KPI_CATALOGUE.map(({ id }) => id), ...MEASURES.map(({ id }) => id)];
  it('are there in both languages for every KPI, variant and measure', () => {
    const entry = z.object({
      name: z.string(),
      definition: z.string(),
      variants: z.record(z.string(), z.string()).optional(),
    });
    for (const words of Object.values(KPI_WORDS)) {
      const catalogue = new Map<string, unknown>(Object.entries(words));
      for (const id of ids) expect([id, entry.safeParse(catalogue.get(id)).success]).toEqual([id, true]);
      for (const { id, variants } of KPI_CATALOGUE)
        expect(Object.keys(entry.parse(catalogue.get(id)).variants ?? {})).toEqual(variants.map((one) => one.id));
    }
  });

  it('never name two things the same', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const words of Object.values(KPI_WORDS)) {
      const catalogue = new Map<string, unknown>(Object.entries(words));
      const names = KPI_CATALOGUE.map(({ id }) => z.object({ name: z.string() }).parse(catalogue.get(id)).name);
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
  });
});
