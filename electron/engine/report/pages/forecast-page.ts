import { emptyPage, type PageMaker } from '../page-tools.ts';

export const forecastPage: PageMaker<'forecast'> = (_page, tools) => emptyPage(tools.words.say('report:page.forecast'));
