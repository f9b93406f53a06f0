import { subLine } from '../heading.ts';
import type { PageMaker } from '../page-tools.ts';

/** The other pages' headlines, which people write, and their numbers stand where the pages are laid out. */
export const contentsPage: PageMaker<'contents'> = (_page, { words, heading }) => ({
  draft: words.say('report:page.contents'),
  sub: subLine('', heading),
  blocks: [],
});
