import { useTranslation } from 'react-i18next';
import type { Answer, Comparison } from '#shared/question.ts';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import type { NamedDimension } from '../../i18n/names.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { Chip } from '../../ui/chip.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import type { DimensionHere } from './overview-plan.model.ts';
import { PeriodPicker } from './period-picker.tsx';
import { compareName, periodName } from './words.model.ts';

const COMPARISONS = ['last-year', 'previous', 'none'] as const satisfies readonly Comparison[];

interface OverviewBarProps {
  readonly choices: OverviewChoices;
  readonly choose: (choices: Partial<OverviewChoices>) => void;
  readonly dimensions: readonly (DimensionHere & NamedDimension)[];
  readonly answer: Answer | null;
  readonly canPrint: boolean;
  /** False without rows: then there is nothing to set or export. */
  readonly usable: boolean;
}

/** What applies to the whole page: period, comparison, filters, and the way out as PDF. */
export function OverviewBar({ choices, choose, dimensions, answer, canPrint, usable }: OverviewBarProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const period = answer === null ? '…' : periodName(answer.period, { t, format });
  const against = answer === null ? null : compareName(answer, format);
  const comparison =
    choices.compare === 'none' || (answer !== null && against === null)
      ? t('overview:compare.none')
      : against === null
        ? t(`overview:compare.${choices.compare}`)
        : choices.compare === 'last-year' && /^\d{4}$/.test(against)
          ? t('overview:compare.samePeriod', { year: against })
          : against;
  return (
    <ScreenHeader title={t('overview:title')}>
      {usable && (
        <>
          <PeriodPicker
            shown={period}
            answer={answer}
            spec={choices.period}
            onChange={(next) => choose({ period: next })}
          />
          <Menu
            align="end"
            trigger={<Chip className="self-explaining" label={t('overview:compare.label')} value={comparison} />}
            groups={[
              COMPARISONS.map((compare) => ({
                label: t(`overview:compare.${compare}`),
                checked: choices.compare === compare,
                onSelect: () => choose({ compare }),
              })),
            ]}
          />
          <FilterBar dimensions={dimensions} filters={choices.filters} onChange={(filters) => choose({ filters })} />
          <ExportButton choices={choices} canPrint={canPrint} />
        </>
      )}
    </ScreenHeader>
  );
}
