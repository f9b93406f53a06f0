import { emptyPage, type PageMaker } from '../page-tools.ts';

export const tilesPage: PageMaker<'tiles'> = (_page, tools) => emptyPage(tools.words.say('report:page.tiles'));
