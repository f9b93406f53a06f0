import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { needsText } from '#shared/needs-words.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { FormulaText } from '../passport/formula-text.tsx';
import { Value } from './kpi-value.tsx';
import { useSettings } from './use-settings.ts';
import { useValues } from './use-values.ts';

/** Every way to count a KPI, each with what it comes to. Choosing one puts it in force everywhere. */
export function VariantsSection({ entry, period }: { readonly entry: KpiEntry; readonly period: string }) {
  const { t } = useTranslation();
  const id = useId();
  const words = useKpiWords();
  const { settings, disabled, change } = useSettings();
  const { kpi, variant, automatic, inVariants } = entry;
  const name = words.name(kpi);
  const reference = (each: string): string => `${kpi}:${each}`;
  const possible = inVariants.filter((each) => each.possible);
  const values = useValues(
    possible.map((each) => reference(each.variant)),
    period,
  );
  const nameOf = (each: string): string => words.variant(kpi, each) || t('library:detail.standard');
  return (
    <section className="kpi-detail-part">
      <h3 id={id}>{t('library:detail.variants')}</h3>
      <p className="muted">{t('library:detail.variantsSub')}</p>
      <div className="kpi-variants">
        <RadioChoice
          labelledBy={id}
          value={variant}
          disabled={disabled}
          onChange={(next) =>
            change(
              t('library:detail.changed', { name, variant: nameOf(next) }),
              { variants: { ...settings.variants, [kpi]: next } },
              { variants: settings.variants },
            )
          }
          options={inVariants.map((each) => ({
            value: each.variant,
            content: (
              <span className="kpi-variant">
                <span className="kpi-variant-name">
                  {nameOf(each.variant)}{' '}
                  {automatic && each.variant === variant && <Badge>{t('library:automatic')}</Badge>}
                </span>
                <span className="kpi-variant-formula">
                  {each.possible ? (
                    <FormulaText formula={each.formula} />
                  ) : (
                    t('library:needs', { needs: needsText(each.needs, t) })
                  )}
                </span>
              </span>
            ),
            aside: each.possible && (
              <Value
                reference={reference(each.variant)}
                name={words.name(reference(each.variant))}
                value={values.get(reference(each.variant))}
                period={period}
              />
            ),
          }))}
        />
      </div>
    </section>
  );
}
