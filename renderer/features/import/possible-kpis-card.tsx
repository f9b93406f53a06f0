import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { Inspection } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { possibleKpis } from './possible-kpis.model.ts';

/** What the file will answer, and what the rest would need: those that need other files when they are asked for. */
export function PossibleKpisCard({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('import');
  const locale = useLocale();
  const [showsAll, setShowsAll] = useState(false);
  const kpis = possibleKpis(t, inspection);
  const far = kpis.filter(({ isNear }) => !isNear).length;
  const hasData = Object.keys(useWorkspace().rows).length > 0;
  if (kpis.length === 0) return null;
  return (
    <Card title={t('kpis.title')} sub={t(hasData ? 'kpis.subMore' : 'kpis.sub')}>
      <ul className="import-kpis">
        {kpis
          .filter(({ isNear }) => isNear || showsAll)
          .map(({ kpi, possible, needs }) => {
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
      {far > 0 && !showsAll && (
        <Button look="link" onClick={() => setShowsAll(true)}>
          {t('kpis.more', { count: far, n: formatNumber(far, locale) })}
        </Button>
      )}
    </Card>
  );
}
