import { emptyPage, type PageMaker } from '../page-tools.ts';

export const structurePage: PageMaker<'structure'> = (_page, tools) =>
  emptyPage(tools.words.say('report:page.structure'));
