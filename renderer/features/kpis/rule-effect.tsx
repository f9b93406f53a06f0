import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCompact, formatFull, formatPercent, NO_VALUE, type FormatContext } from '#shared/format.ts';
import { reasonSentence } from '#shared/tiles/tile-words.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { Button } from '../../ui/button.tsx';
import { usePeriod } from './period-chip.tsx';
import type { EffectLine } from './rule-change.model.ts';
import type { Rule } from './rules.model.ts';
import { useRuleChange } from './use-rule-change.ts';

const FEW = 5;

interface RuleEffectProps {
  readonly rule: Rule;
  /** The KPIs that go by it; at least one. */
  readonly references: readonly string[];
}

/** The KPIs that a setting affects, each with its value, and after a change with what it was before. */
export function RuleEffect({ rule, references }: RuleEffectProps) {
  const { t } = useTranslation();
  const { period, name: periodText } = usePeriod();
  const { lines, isChanged, undo } = useRuleChange(rule, references, period);
  const [all, setAll] = useState(false);
  const moved = lines.filter(({ before }) => before !== undefined).length;
  const shown = all || isChanged ? lines : lines.slice(0, FEW);
  return (
    <section className="kpi-detail-part">
      <h3>
        {t('library:settings.effect')} <span className="kpi-rule-period">{periodText}</span>
      </h3>
      <dl className="passport-lines">
        {shown.map((line) => (
          <Line key={line.reference} line={line} period={period} />
        ))}
      </dl>
      {!isChanged && lines.length > FEW && (
        <p>
          <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'library:settings.fewer' : 'library:settings.all', { count: lines.length })}
          </Button>
        </p>
      )}
      <div className="kpi-rule-change" role="status">
        {isChanged && (
          <>
            <span>{t('library:settings.moved', { count: moved, of: lines.length })}</span>
            <Button look="link" onClick={() => undo(t('library:settings.back'))}>
              {t('library:settings.undo')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function Line({ line, period }: { readonly line: EffectLine; readonly period: string }) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const format = useFormatContext();
  const openPassport = useAppStore((state) => state.openPassport);
  const { reference, cell, before } = line;
  const name = words.name(reference);
  const { now, was } = shownValues(line, format);
  const reason = cell.value === null ? reasonSentence(cell.reason, t) : null;
  const said = reason ?? (was === null ? now : t('library:settings.fromTo', { before: was, after: now }));
  return (
    <div className={before === undefined ? undefined : 'kpi-moved'}>
      <dt>{name}</dt>
      <dd className="num">
        {was !== null && (
          <span className="kpi-was" aria-hidden="true">
            {was} →{' '}
          </span>
        )}
        <button
          type="button"
          className="number-button kpi-number"
          title={reason ?? undefined}
          aria-label={`${t('library:detail.open', { name })}: ${said}`}
          onClick={() =>
            openPassport({ question: { kpis: [reference], period }, cell: { kpi: reference, row: [], column: [] } })
          }
        >
          {now}
        </button>
      </dd>
    </div>
  );
}

/** Both values as they are shown: in full where they would look the same in short. */
function shownValues(
  { cell, unit, before }: EffectLine,
  format: FormatContext,
): { readonly now: string; readonly was: string | null } {
  const short = (value: number | null): string => {
    if (value === null) return NO_VALUE;
    if (unit === 'ratio') return formatPercent(value, format.locale, 1);
    const { number, unit: word } = formatCompact(value, unit, format);
    return `${number} ${word}`.trim();
  };
  const full = (value: number | null): string => (value === null ? NO_VALUE : formatFull(value, unit, format));
  if (before === undefined) return { now: short(cell.value), was: null };
  const shown = short(cell.value) === short(before) ? full : short;
  return { now: shown(cell.value), was: shown(before) };
}
