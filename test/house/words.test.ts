import { describe, expect, it } from 'vitest';
import { pathsOf, readText } from '../support/tree.ts';

const texts = pathsOf(['**/*.{ts,tsx,mjs,json,md,css,html,yml}', '.ci/*', '.npmrc', '.gitignore']).filter(
  (path) => path !== 'package-lock.json' && path !== 'test/house/words.test.ts',
);

/** Paths of one machine and names of package hosts: they mean nothing to anybody else. */
const local = /\/(work|root)\/|\bregistry\.[a-z]|artifactory|\bnexus\b|verdaccio/i;

describe('the words of the project', () => {
  it('name no machine and no package host', () => {
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.filter((path) => local.test(readText(path)))).toEqual([]);
    expect(local.test('/work/main/README.md')).toBe(true);
  });

  it('promise nothing for later', () => {
    const later = /\b(TODO|FIXME|XXX)\b/;
    const sources = texts.filter((path) => /\.(tsx?|mjs|css|md)$/.test(path));
    expect(sources.filter((path) => later.test(readText(path)))).toEqual([]);
  });
});
