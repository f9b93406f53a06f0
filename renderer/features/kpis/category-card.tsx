import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { Card } from '../../ui/card.tsx';
import { KpiLine } from './kpi-line.tsx';
import type { LibraryPart } from './library.model.ts';
import type { Cards } from './use-cards.ts';
import { useValues } from './use-values.ts';

interface CategoryCardProps {
  readonly part: LibraryPart;
  readonly selected: string | null;
  readonly onSelect: (kpi: string) => void;
  readonly cards: Cards;
  readonly period: string;
}

/** The KPIs of one category, each a line; what cannot be counted yet stands last with what it needs. */
export function CategoryCard({ part, selected, onSelect, cards, period }: CategoryCardProps) {
  const { t } = useTranslation();
  const { category, possible, missing, counted } = part;
  const values = useValues(
    possible.map(({ kpi }) => kpi),
    period,
  );
  const line = (entry: KpiEntry) => (
    <KpiLine
      key={entry.kpi}
      entry={entry}
      value={values.get(entry.kpi)}
      period={period}
      selected={entry.kpi === selected}
      onSelect={() => onSelect(entry.kpi)}
      cards={cards}
    />
  );
  return (
    <Card title={t(`library:category.${category}`)} sub={t('library:counted', counted)} className="kpis-category">
      {possible.length > 0 && <ul>{possible.map(line)}</ul>}
      {missing.length > 0 && (
        <>
          {possible.length > 0 && <h3 className="kpis-missing">{t('library:missing')}</h3>}
          <ul>{missing.map(line)}</ul>
        </>
      )}
    </Card>
  );
}
