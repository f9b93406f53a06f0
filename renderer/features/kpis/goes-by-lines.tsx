import { useTranslation } from 'react-i18next';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { addressOf } from '../../state/route.model.ts';
import { ToldButton } from '../overview/told-button.tsx';
import { goesByLines, type GoesBy } from './rules.model.ts';
import { useRuleNeeds } from './use-rule-needs.ts';

/** The settings that a number goes by, as they are in force, and the way to them. Nothing where it goes by none. */
export function GoesByLines({ goesBy, onLeave }: { readonly goesBy: GoesBy; readonly onLeave?: () => void }) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const lines = goesByLines(goesBy, words, useRuleNeeds(goesBy.rules));
  if (lines.length === 0) return null;
  return (
    <section className="kpi-detail-part">
      <h3>{t('library:detail.rules')}</h3>
      <dl className="passport-lines">
        {lines.map(({ label, value, told = null }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="kpi-rule">
              <ToldButton told={told} name={label}>
                {value}
              </ToldButton>
            </dd>
          </div>
        ))}
      </dl>
      {goesBy.rules.length > 0 && (
        <p>
          <a className="kpi-link" href={addressOf('kpi-settings')} onClick={onLeave}>
            {t('library:detail.change')}
          </a>
        </p>
      )}
    </section>
  );
}
