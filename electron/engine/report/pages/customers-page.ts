import { emptyPage, type PageMaker } from '../page-tools.ts';

export const customersPage: PageMaker<'customers'> = (_page, tools) =>
  emptyPage(tools.words.say('report:page.customers'));
