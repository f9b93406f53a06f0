import { emptyPage, type PageMaker } from '../page-tools.ts';

export const definitionsPage: PageMaker<'definitions'> = (_page, tools) =>
  emptyPage(tools.words.say('report:page.definitions'));
