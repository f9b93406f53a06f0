import { useTranslation } from 'react-i18next';
import type { CustomerValue } from '#shared/customer-value.ts';
import { formatDate } from '#shared/format-period.ts';
import { formatCompact, formatNumber, joined, NO_VALUE } from '#shared/format.ts';
import type { CellRef } from '#shared/question.ts';
import type { Unit } from '#shared/units.ts';
import { saidPieces, type PutNumber } from '#shared/said-pieces.ts';
import { reasonSentence } from '#shared/tiles/tile-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { NumberButton } from '../overview/number-button.tsx';
import { saidTold, Sentence, type SaidSubject } from '../overview/sentence.tsx';
import { ToldButton } from '../overview/told-button.tsx';
import type { ValueChoices } from './use-customer-value.ts';

const FORMULA: CellRef = { kpi: 'clv', row: [], column: [] };

interface FiguresProps {
  readonly summary: CustomerValue;
  readonly choices: ValueChoices;
}

/** The sums over all customers: what is expected, and beside it the historic value and that by formula. */
export function Figures({ summary, choices }: FiguresProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const openPassport = useAppStore((state) => state.openPassport);
  const showFormula = (cell: CellRef): void => openPassport({ question: { kpis: [cell.kpi] }, cell });
  const { total, customers, repeaters, history, formulaReason } = summary;
  const ahead = t('clv:months', { count: choices.months });
  const say = (value: number | null, unit: Unit): string =>
    value === null ? NO_VALUE : joined(formatCompact(value, unit, format), format.locale);
  const whole = (value: number | null): number | null => (value === null ? null : Math.round(value));
  const said = (figure: 'customers' | 'repeaters' | 'mean'): SaidSubject =>
    saidTold({ told: { of: 'customer', figure, ...choices }, name: t(`clv:figure.${figure}`), place: '' });
  const note = (sentence: (put: PutNumber<SaidSubject>) => string) => <Sentence pieces={saidPieces(sentence)} />;
  const figures = [
    { key: 'value' as const, value: say(total.value, 'money'), note: t('clv:figure.valueNote', { months: ahead }) },
    {
      key: 'expected' as const,
      value: say(whole(total.expected), 'count'),
      note: t('clv:figure.expectedNote', { months: ahead }),
    },
    {
      key: 'active' as const,
      value: say(whole(total.active), 'count'),
      note: note((put) =>
        t('clv:figure.activeNote', {
          customers: put(formatNumber(customers, format.locale), said('customers')),
          repeaters: put(formatNumber(repeaters, format.locale), repeaters === 0 ? null : said('repeaters')),
        }),
      ),
    },
    {
      key: 'revenue' as const,
      value: say(total.revenue, 'money'),
      note: note((put) =>
        t('clv:figure.revenueNote', {
          mean: put(say(customers === 0 ? null : total.revenue / customers, 'money'), said('mean')),
          from: history === null ? NO_VALUE : formatDate(history.from, format.locale),
        }),
      ),
    },
    {
      key: 'formula' as const,
      value: say(total.formula, 'money'),
      note: total.formula === null ? reasonSentence(formulaReason, t) : t('clv:figure.formulaNote'),
    },
  ];
  return (
    <dl className="clv-figures">
      {figures.map(({ key, value, note }) => (
        <div key={key} className="ui-card">
          <dt>{t(`clv:figure.${key}`)}</dt>
          <dd className="clv-figure">
            {key === 'formula' ? (
              <NumberButton
                cell={total.formula === null ? null : FORMULA}
                name={t('clv:figure.formula')}
                onOpen={showFormula}
              >
                {value}
              </NumberButton>
            ) : (
              <ToldButton
                told={total[key] === null ? null : { of: 'customer', figure: key, ...choices }}
                name={t(`clv:figure.${key}`)}
              >
                {value}
              </ToldButton>
            )}
          </dd>
          <dd className="muted">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
