import { useTranslation } from 'react-i18next';
import { periodName } from '#shared/tiles/tile-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { PeriodPicker } from '../overview/period-picker.tsx';
import { useChoices } from '../overview/use-overview.ts';

/** The period of every value on these screens: the overview's own. */
export function usePeriod() {
  const { t } = useTranslation();
  const format = useFormatContext();
  const [choices, choose] = useChoices();
  const period = choices.period ?? 'latest-year';
  const answer = useHostQuery('question.ask', { kpis: ['revenue'], period }, { keep: true }).data ?? null;
  const name = answer === null ? '…' : periodName(answer.period, { t, format });
  return { period, name, answer, spec: choices.period, choose: (next: string | null) => choose({ period: next }) };
}

export function PeriodChip() {
  const { name, answer, spec, choose } = usePeriod();
  return <PeriodPicker shown={name} answer={answer} spec={spec} onChange={choose} />;
}
