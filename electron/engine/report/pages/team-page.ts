import { emptyPage, type PageMaker } from '../page-tools.ts';

export const teamPage: PageMaker<'team'> = (_page, tools) => emptyPage(tools.words.say('report:page.team'));
