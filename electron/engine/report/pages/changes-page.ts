import { emptyPage, type PageMaker } from '../page-tools.ts';

export const changesPage: PageMaker<'changes'> = (_page, tools) => emptyPage(tools.words.say('report:page.changes'));
