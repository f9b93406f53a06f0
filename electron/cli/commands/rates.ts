import { formatDate } from '#shared/format-period.ts';
import { formatNumber } from '#shared/format.ts';
import { FROM_THE_START, readRates, sortedRates, withRates, type Rate } from '#shared/rates.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Arguments, type Command } from '../command.ts';
import { textTable } from '../text-table.ts';
import { UsageError } from '../usage-error.ts';
import { withWorkspace, workspacePath } from '../workspace-session.ts';

function addedRates(args: Arguments): readonly Rate[] {
  const { rates, unread } = readRates(args.list('add').join('\n'));
  const [line] = unread;
  if (line !== undefined) throw new UsageError('badRate', { text: line });
  return rates;
}

/** `rates --add "EUR 2026-01-01 11,45"`: the table of rates, and the currencies that wait for one. */
export const ratesCommand: Command = {
  options: { ...WORKSPACE_OPTION, ...JSON_OPTION, add: { type: 'string', multiple: true } },
  run: async (context) => {
    const { args, out, words, locale } = context;
    const path = workspacePath(args);
    const added = addedRates(args);
    const { rates, missing } = await withWorkspace(path, false, async ({ call }) => {
      const known = await call('rates.list', {});
      if (added.length === 0) return known;
      await call('rates.save', { rates: [...withRates(known.rates, added)] });
      return call('rates.list', {});
    });
    if (args.is('json')) return printJson(context, { rates, missing });
    if (rates.length === 0) out(`${words('rates.none')}\n`);
    else
      out(
        textTable(
          [
            { title: words('rates.currency') },
            { title: words('rates.from') },
            { title: words('rates.rate'), right: true },
          ],
          sortedRates(rates).map(({ currency, from, rate }) => [
            currency,
            from === FROM_THE_START ? words('rates.always') : formatDate(from, locale),
            formatNumber(rate, locale, 8, 2),
          ]),
        ),
      );
    for (const { currency, rows } of missing) {
      out(`${words('rates.missing', { n: formatNumber(rows, locale), currency })}\n`);
    }
  },
};
