import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent, formatPoints, formatSignedPercent } from '#shared/format.ts';
import type { Filter } from '#shared/question.ts';
import type { ToldOf } from '#shared/told.ts';
import { NO_CHANGE, WHAT_IF_INPUTS, whatIf, type WhatIfInput } from '#shared/what-if.ts';
import { inputsOf, WHAT_IF_KPIS, WHAT_IF_PERIOD, type WhatIfSource } from '#shared/what-if-inputs.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useShownAnswer } from '../../transport/use-host-query.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { NumberButton } from '../overview/number-button.tsx';
import { ToldButton } from '../overview/told-button.tsx';
import { useMoney } from './use-money.ts';

/** Per cent, of the win rate percentage points. */
const MOST: Readonly<Record<WhatIfInput, number>> = { volume: 50, winRate: 30, size: 50, price: 30 };

interface WhatIfCardProps {
  readonly source: WhatIfSource;
  readonly filters: Filter[];
}

/** Sales of the last year with other inputs: won deals, or what has been invoiced. Nothing of it is kept. */
export function WhatIfCard({ source, filters }: WhatIfCardProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const money = useMoney();
  const openPassport = useAppStore((state) => state.openPassport);
  const [change, setChange] = useState(NO_CHANGE);
  const chosen = { kpis: [...WHAT_IF_KPIS[source]], filters, period: WHAT_IF_PERIOD };
  const { data, asked: question } = useShownAnswer('question.ask', chosen);
  const base = data === undefined ? null : inputsOf(data, source);
  if (base === null) return null;
  const { counted, sum } = base;
  const { before, after, steps } = whatIf(base.inputs, change);
  const asked: readonly WhatIfInput[] =
    source === 'deals' ? WHAT_IF_INPUTS : WHAT_IF_INPUTS.filter((input) => input !== 'winRate');
  const nameOf = (input: WhatIfInput): string =>
    t(`forecast:whatIf.${input === 'volume' || input === 'size' ? `${input}s.${counted}` : input}`);
  const passport = (kpi: string, name: string, text: string) => (
    <NumberButton
      cell={{ kpi, row: [], column: [] }}
      name={name}
      onOpen={(cell) => openPassport({ question: { ...question, kpis: [kpi] }, cell })}
    >
      {text}
    </NumberButton>
  );
  const told = (
    figure: ToldOf<'what-if'>['figure'],
    name: string,
    text: string,
    { input, from = change }: { readonly input?: WhatIfInput; readonly from?: typeof change } = {},
  ) => (
    <ToldButton
      told={{
        of: 'what-if',
        source,
        filters: question.filters,
        change: from,
        figure,
        ...(input === undefined ? {} : { input }),
      }}
      name={name}
      place={t(`forecast:whatIf.${from === NO_CHANGE ? 'title' : 'badge'}`)}
    >
      {text}
    </ToldButton>
  );
  const said: Readonly<Record<WhatIfInput, (value: number) => string>> = {
    volume: (value) => formatNumber(value, locale),
    winRate: (value) => formatPercent(value, locale),
    size: money,
    price: (value) => formatNumber(value * 100, locale),
  };
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${money(value)}`;
  const sumName = t(`forecast:whatIf.sums.${source}`);
  const isChanged = WHAT_IF_INPUTS.some((input) => change[input] !== 0);
  return (
    <Card
      title={t('forecast:whatIf.title')}
      sub={t(`forecast:whatIf.subs.${source}`)}
      actions={
        isChanged ? (
          <Button look="ghost" icon="undo" onClick={() => setChange(NO_CHANGE)}>
            {t('forecast:whatIf.reset')}
          </Button>
        ) : undefined
      }
    >
      <p className="forecast-what-if-sum" aria-live="polite">
        <span className="forecast-number">
          {isChanged ? told('sum', sumName, money(after)) : passport(sum, sumName, money(after))}
        </span>
        {isChanged ? (
          <>
            <span className="muted">{passport(sum, sumName, t('forecast:whatIf.was', { value: money(before) }))}</span>
            <Badge tone="warn">{t('forecast:whatIf.badge')}</Badge>
          </>
        ) : (
          <span className="muted">{t('forecast:whatIf.now')}</span>
        )}
      </p>
      <div className="forecast-what-if">
        {steps.map(({ input, before: from, after: to, effect }) => {
          if (!asked.includes(input)) return null;
          const by = change[input];
          const points = `${by > 0 ? '+' : ''}${formatPoints(by, locale, 0)}`;
          const shift = input === 'winRate' ? points : formatSignedPercent(by, locale);
          return (
            <div key={input} className="forecast-what-if-line">
              <label htmlFor={`what-if-${input}`}>{nameOf(input)}</label>
              <input
                id={`what-if-${input}`}
                type="range"
                min={-MOST[input]}
                max={MOST[input]}
                step={1}
                value={Math.round(by * 100)}
                aria-valuetext={t('forecast:whatIf.spoken', { shift, from: said[input](from), to: said[input](to) })}
                onChange={(event) => setChange({ ...change, [input]: Number(event.target.value) / 100 })}
              />
              <span className="num">
                {input === 'volume'
                  ? passport(counted, nameOf(input), said[input](from))
                  : input === 'winRate'
                    ? passport('win-rate:count', nameOf(input), said[input](from))
                    : told('input', nameOf(input), said[input](from), { input, from: NO_CHANGE })}
                {by !== 0 && <> → {told('input', nameOf(input), said[input](to), { input })}</>}
              </span>
              <span className="num muted">{by === 0 ? '' : shift}</span>
              <span className="num">
                {Math.round(effect) !== 0 &&
                  told('effect', t('forecast:whatIf.effect', { input: nameOf(input) }), signed(effect), { input })}
              </span>
            </div>
          );
        })}
      </div>
      <p className="forecast-note">{t('forecast:whatIf.note')}</p>
    </Card>
  );
}
