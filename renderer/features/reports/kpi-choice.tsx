import { useTranslation } from 'react-i18next';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { Chip } from '../../ui/chip.tsx';
import { MultiSelect } from '../../ui/multi-select.tsx';
import { usableKpis, type AtHand } from './kinds.model.ts';

interface KpiChoiceProps {
  readonly chosen: readonly string[] | null;
  readonly most: number;
  /** What none chosen is called; absent where some must be. */
  readonly automatic?: string;
  readonly atHand: AtHand;
  /** Null for none chosen. */
  readonly onChange: (kpis: readonly string[] | null) => void;
}

/** The KPIs of a page, in the order they were chosen. */
export function KpiChoice({ chosen, most, automatic, atHand, onChange }: KpiChoiceProps) {
  const { t } = useTranslation();
  const { name } = useKpiWords();
  const selected = chosen ?? [];
  const offered = [...new Set([...selected, ...usableKpis(atHand)])];
  const value =
    selected.length === 0
      ? (automatic ?? '')
      : t('report:screen.choices.kpisChosen', { count: selected.length, first: name(selected[0] ?? '') });
  return (
    <div className="report-kpis">
      <span className="ui-field-label">{t('report:screen.choices.kpis')}</span>
      <MultiSelect
        trigger={<Chip value={value} aria-label={`${t('report:screen.choices.kpis')}: ${value}`} />}
        label={t('report:screen.choices.kpis')}
        items={offered.map((kpi) => ({ value: kpi, label: name(kpi) }))}
        selected={selected}
        onChange={(next) => {
          if (next.length <= most) onChange(next.length === 0 ? null : next);
        }}
        searchPlaceholder={t('report:screen.choices.searchKpis')}
        emptyText={t('report:screen.choices.noKpi')}
        clearLabel={automatic ?? t('report:screen.choices.clear')}
        status={t('report:screen.choices.most', { n: most })}
      />
      {selected.length > 1 && (
        <ol className="report-kpis-chosen">
          {selected.map((kpi) => (
            <li key={kpi}>{name(kpi)}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
