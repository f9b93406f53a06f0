import { emptyPage, type PageMaker } from '../page-tools.ts';

export const contentsPage: PageMaker<'contents'> = (_page, tools) => emptyPage(tools.words.say('report:page.contents'));
