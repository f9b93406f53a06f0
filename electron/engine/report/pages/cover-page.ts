import { emptyPage, type PageMaker } from '../page-tools.ts';

export const coverPage: PageMaker<'cover'> = (_page, tools) => emptyPage(tools.words.say('report:page.cover'));
