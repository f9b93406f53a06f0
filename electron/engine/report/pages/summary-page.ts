import { emptyPage, type PageMaker } from '../page-tools.ts';

export const summaryPage: PageMaker<'summary'> = (_page, tools) => emptyPage(tools.words.say('report:page.summary'));
