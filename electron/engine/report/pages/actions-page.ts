import { emptyPage, type PageMaker } from '../page-tools.ts';

export const actionsPage: PageMaker<'actions'> = (_page, tools) => emptyPage(tools.words.say('report:page.actions'));
