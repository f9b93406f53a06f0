import { emptyPage, type PageMaker } from '../page-tools.ts';

export const revenuePage: PageMaker<'revenue'> = (_page, tools) => emptyPage(tools.words.say('report:page.revenue'));
