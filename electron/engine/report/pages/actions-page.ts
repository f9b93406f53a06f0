import { formatDate } from '#shared/format-period.ts';
import { NO_VALUE } from '#shared/format.ts';
import type { ReportAction } from '#shared/reports.ts';
import { subLine } from '../heading.ts';
import type { PageMaker } from '../page-tools.ts';
import { tableOf } from '../table-of.ts';

/** What is to be done, by whom and when, the first due first. */
export const actionsPage: PageMaker<'actions'> = ({ actions }, tools) => {
  const { words, names, heading } = tools;
  const say = (key: string, values = {}): string => words.say(`report:people.${key}`, values);
  const { locale } = words.format;
  const inTurn = actions.toSorted((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : a.due === b.due ? 0 : 1));
  const first = inTurn[0]?.due ?? null;
  const count = actions.length;
  const due = first === null ? '' : formatDate(first, locale);
  return {
    draft: count === 0 ? say('noActions') : say(first === null ? 'actions' : 'actionsDue', { count, due }),
    sub: subLine(words.say('report:page.actions'), heading),
    blocks:
      count === 0
        ? []
        : [
            tableOf<ReportAction>(
              {
                title: '',
                rows: inTurn,
                columns: [
                  { label: say('what'), of: ({ what }) => what, as: 'strong' },
                  { label: say('owner'), of: ({ owner }) => (owner === '' ? NO_VALUE : names.person(owner)) },
                  {
                    label: say('due'),
                    of: (action) => (action.due === null ? NO_VALUE : formatDate(action.due, locale)),
                  },
                ],
              },
              tools,
            ),
          ],
  };
};
