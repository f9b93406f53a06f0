import { emptyPage, type PageMaker } from '../page-tools.ts';

export const pipelinePage: PageMaker<'pipeline'> = (_page, tools) => emptyPage(tools.words.say('report:page.pipeline'));
