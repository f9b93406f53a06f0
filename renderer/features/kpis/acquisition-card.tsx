import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RuleCard } from './rule-card.tsx';
import { useSettings } from './use-settings.ts';

const MOST_CATEGORIES = 200;

/** Which costs are costs of winning customers. */
export function AcquisitionCard() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { settings, disabled, change } = useSettings();
  const { acquisitionCategories: ticked } = settings;
  const asked = { kind: 'cost', field: 'category', search: '', limit: MOST_CATEGORIES } as const;
  const stored = useHostQuery('data.values', asked, { keep: true }).data?.values ?? [];
  const rows = new Map(stored.map(({ name, rows: count }) => [name ?? '', count]));
  const names = [...new Set([...rows.keys(), ...(ticked ?? [])])];
  const set = (next: string[] | null): void =>
    change(t('library:rule.acquisition.changed'), { acquisitionCategories: next }, { acquisitionCategories: ticked });
  const line = (label: string, checked: boolean, note: string, onChange: (next: boolean) => void) => (
    <li key={label}>
      <Checkbox label={label} checked={checked} disabled={disabled} onChange={onChange} />
      <span aria-hidden="true">{label}</span>
      <span className="muted num">{note}</span>
    </li>
  );
  return (
    <RuleCard rule="acquisition">
      {names.length === 0 ? (
        <p className="muted">{t('library:rule.acquisition.empty')}</p>
      ) : (
        <ul className="kpi-ticks">
          {line(t('library:rule.acquisition.every'), ticked === null, '', (next) => set(next ? null : names))}
          {names.map((name) =>
            line(
              name === '' ? t('library:rule.acquisition.unnamed') : name,
              ticked === null || ticked.includes(name),
              t('library:rule.acquisition.rows', { n: formatNumber(rows.get(name) ?? 0, locale) }),
              (next) => set(names.filter((each) => (each === name ? next : ticked === null || ticked.includes(each)))),
            ),
          )}
        </ul>
      )}
    </RuleCard>
  );
}
