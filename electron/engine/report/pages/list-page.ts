import { emptyPage, type PageMaker } from '../page-tools.ts';

export const listPage: PageMaker<'list'> = (_page, tools) => emptyPage(tools.words.say('report:page.list'));
