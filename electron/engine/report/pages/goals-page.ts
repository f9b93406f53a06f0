import { emptyPage, type PageMaker } from '../page-tools.ts';

export const goalsPage: PageMaker<'goals'> = (_page, tools) => emptyPage(tools.words.say('report:page.goals'));
