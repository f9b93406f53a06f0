import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { needsText } from '#shared/needs-words.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemSentence } from '../formula/problem-sentence.tsx';
import { FormulaText } from '../passport/formula-text.tsx';
import { AgainstSection } from './against-section.tsx';
import { BreakdownSection } from './breakdown-section.tsx';
import { hasOneValue } from './breakdown.model.ts';
import { CohortSection } from './cohort-section.tsx';
import { KpiActions } from './kpi-actions.tsx';
import { Value } from './kpi-value.tsx';
import { usePeriod } from './period-chip.tsx';
import { goesBy } from './rules.model.ts';
import { GoesByLines } from './goes-by-lines.tsx';
import type { Cards } from './use-cards.ts';
import { useValues } from './use-values.ts';
import { VariantsSection } from './variants-section.tsx';
import './kpi-detail.css';

interface KpiDetailProps {
  readonly entry: KpiEntry;
  readonly entries: readonly KpiEntry[];
  readonly cards: Cards;
}

/** All there is to know and choose about one KPI. */
export function KpiDetail({ entry, entries, cards }: KpiDetailProps) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const { period, name: periodText } = usePeriod();
  const { kpi, own, possible, needs, formula, problem, inVariants, source } = entry;
  const name = words.name(kpi);
  const value = useValues(possible ? [kpi] : [], period).get(kpi);
  const shown = cards.isShown(kpi);
  const definition = words.definition(kpi);
  return (
    <Card title={name} className="kpi-detail" actions={own === null ? undefined : <Badge>{t('library:own')}</Badge>}>
      {possible && hasOneValue(entry) && (
        <p className="kpi-detail-value">
          <Value reference={kpi} name={name} value={value} period={period} />
          <span className="muted">{periodText}</span>
        </p>
      )}
      {problem !== null && (
        <p className="passport-remark">
          {t('library:problem')}. <ProblemSentence formula={formula} problem={problem} />
        </p>
      )}
      {!possible && problem === null && (
        <p className="passport-remark">{t('library:needs', { needs: needsText(needs, t) })}.</p>
      )}
      {definition !== '' && <p>{definition}</p>}
      <KpiActions entry={entry} shown={shown} cards={cards} name={name} />
      {possible && !hasOneValue(entry) && <CohortSection key={entry.kpi} entry={entry} />}
      {inVariants.length > 1 ? (
        <VariantsSection entry={entry} period={period} />
      ) : (
        <section className="kpi-detail-part">
          <h3>{t('library:detail.formula')}</h3>
          <div className="passport-formula">
            <p>
              <FormulaText formula={formula} />
            </p>
          </div>
        </section>
      )}
      <GoesByLines goesBy={goesBy(formula, entries)} />
      {possible && hasOneValue(entry) && <BreakdownSection entry={entry} period={period} />}
      {possible && hasOneValue(entry) && <AgainstSection entry={entry} period={period} />}
      <section className="kpi-detail-part">
        <h3>{t('library:detail.source.title')}</h3>
        <p className="muted">
          {t(`library:detail.source.${own !== null ? 'own' : source === 'textbook' ? 'textbook' : 'article'}`, {
            source,
          })}
          . {t('library:detail.written')} <code>{kpi}</code>.
        </p>
      </section>
    </Card>
  );
}
