import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/importing.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { possibleKpis } from './possible-kpis.model.ts';

/** What the file will answer, and what the rest would need. */
export function PossibleKpisCard({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('import');
  const kpis = possibleKpis(t, inspection);
  const hasData = Object.keys(useWorkspace().rows).length > 0;
  if (kpis.length === 0) return null;
  return (
    <Card title={t('kpis.title')} sub={t(hasData ? 'kpis.subMore' : 'kpis.sub')}>
      <ul className="import-kpis">
        {kpis.map(({ kpi, possible, needs }) => {
          const name = t(`kpis:${kpi}.name`, { defaultValue: kpi });
          return (
            <li key={kpi}>
              <Badge size="l" tone={possible ? 'good' : 'neutral'}>
                {possible || needs === '' ? name : t('kpis.needs', { kpi: name, needs })}
              </Badge>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
