import type { Output } from '#shared/contract.ts';
import { customerValueInputSchema, type CustomerValue, type CustomerValueInput } from '#shared/customer-value.ts';
import { formatRange } from '#shared/format-period.ts';
import { formatGrowth, formatNumber, formatScaled, moneyScale, moneyUnit, NO_VALUE } from '#shared/format.ts';
import { questionSchema } from '#shared/question.ts';
import { BY_RFM } from '#shared/rfm.ts';
import { trustSentences } from '#shared/trust-words.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command, type Context } from '../command.ts';
import { QUESTION_OPTIONS, questionOf } from '../question-options.ts';
import { storedValue } from '#shared/stored-words.ts';
import { textTable } from '../text-table.ts';
import { UsageError } from '../usage-error.ts';
import { withWorkspace, workspacePath } from '../workspace-session.ts';

const PAGE = 1000;

function askedBy({ args }: Context): CustomerValueInput {
  const number = (name: string): number | undefined => {
    const text = args.text(name);
    return text === undefined ? undefined : Number(text.replace(',', '.'));
  };
  const question = questionSchema.safeParse(questionOf(['clv'], args));
  const asked = customerValueInputSchema.safeParse({
    months: number('months'),
    discount: number('discount'),
    segment: args.text('segment'),
    filters: question.data?.filters,
  });
  if (!question.success || !asked.success) throw new UsageError('badQuestion');
  return asked.data;
}

function text(summary: CustomerValue, asked: CustomerValueInput, currency: string, context: Context): string {
  const { words, locale } = context;
  const format = { locale, currency };
  const { total, segments, holdOut, history } = summary;
  const scale = moneyScale(Math.max(total.revenue, total.value ?? 0));
  const unit = moneyUnit(scale.step, format);
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string => words(`clv:${key}`, values);
  const count = (value: number | null): string => (value === null ? NO_VALUE : formatNumber(value, locale));
  const money = (value: number | null): string => (value === null ? NO_VALUE : formatScaled(value, scale, locale));
  const nameOf = (name: string | null): string =>
    asked.segment === BY_RFM
      ? say(`segments.${name ?? ''}`)
      : name === null
        ? say('unknown')
        : storedValue(words, asked.segment, name);
  const line = (name: string, worth: CustomerValue['total']): readonly string[] => [
    name,
    count(worth.customers),
    count(worth.active),
    money(worth.revenue),
    money(worth.formula),
    count(worth.expected),
    money(worth.value),
  ];
  const titles = ['segment', 'customers', 'activeCustomers', 'revenue', 'formula', 'expected', 'value'];
  const table = textTable(
    titles.map((key, at) => ({ title: say(`column.${key}`, { unit }), right: at > 0 })),
    [...segments.map((each) => line(nameOf(each.segment), each)), line(say('total'), total)],
  );
  const check =
    holdOut === null
      ? []
      : [
          say('check.sub', {
            period: formatRange(holdOut.period.from, holdOut.period.to, locale),
            expected: count(holdOut.expected),
            happened: count(holdOut.happened),
            off: holdOut.happened === 0 ? NO_VALUE : formatGrowth(holdOut.expected / holdOut.happened - 1, locale),
          }),
        ];
  const trust = trustSentences(summary, say, locale);
  const notes = trust.length === 0 ? [] : [`${say('notes.title')}:`, ...trust.map((sentence) => `- ${sentence}`)];
  const heading = `${say('title')}, ${say('months', { count: asked.months })}`;
  if (history === null) return `${say('empty.title')}. ${say('empty.text')}\n`;
  return `${[heading, '', table, ...check, ...notes].join('\n').trimEnd()}\n`;
}

/** `clv`: what customers have been worth and are expected to be, by segment; in JSON every customer as well. */
export const clvCommand: Command = {
  options: {
    ...WORKSPACE_OPTION,
    ...JSON_OPTION,
    segment: { type: 'string' },
    months: { type: 'string' },
    discount: { type: 'string' },
    where: QUESTION_OPTIONS.where,
  },
  run: async (context) => {
    const { args, out } = context;
    const path = workspacePath(args);
    const asked = askedBy(context);
    await withWorkspace(path, false, async ({ call }) => {
      const summary = await call('customerValue.summary', asked);
      const settings = (await call('workspace.current', {}))?.settings;
      if (!args.is('json')) {
        out(text(summary, asked, settings?.currency ?? '', context));
        return;
      }
      const customers: Output<'customerValue.customers'>['customers'] = [];
      while (customers.length < summary.customers) {
        const page = await call('customerValue.customers', { ...asked, offset: customers.length, limit: PAGE });
        customers.push(...page.customers);
      }
      printJson(context, { ...summary, customers });
    });
  },
};
