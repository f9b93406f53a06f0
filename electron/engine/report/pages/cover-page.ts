import type { PageMaker } from '../page-tools.ts';

/** Whose report it is, of which time and how far the data reach. */
export const coverPage: PageMaker<'cover'> = (_page, { report, words, heading }) => {
  const { period, against, dataAsOf, filters } = heading;
  const compared = against === null ? [] : [words.say('report:people.against', { period: against })];
  return {
    draft: report.name,
    sub: heading.company,
    blocks: [{ is: 'text', place: 'main', title: period, paragraphs: [...compared, dataAsOf, ...filters] }],
  };
};
