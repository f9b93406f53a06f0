import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { needsText } from '#shared/needs-words.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { hasOneValue } from './breakdown.model.ts';
import { Value } from './kpi-value.tsx';
import type { Cards } from './use-cards.ts';
import type { KpiValue } from './use-values.ts';

interface KpiLineProps {
  readonly entry: KpiEntry;
  readonly value: KpiValue | undefined;
  readonly period: string;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly cards: Cards;
}

/** One KPI of the library: its name, how it is counted or what it needs, its value, and whether the overview shows it. */
export function KpiLine({ entry, value, period, selected, onSelect, cards }: KpiLineProps) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const { kpi, own, possible, needs, variant, problem } = entry;
  const name = words.name(kpi);
  const shown = cards.isShown(kpi);
  const note = possible
    ? words.variant(kpi, variant)
    : problem !== null
      ? t('library:problem')
      : t('library:needs', { needs: needsText(needs, t) });
  return (
    <li className={classNames('kpi-line', selected && 'kpi-line-selected', !possible && 'kpi-line-missing')}>
      <button
        type="button"
        className="kpi-line-name"
        aria-current={selected ? 'true' : undefined}
        onClick={onSelect}
        onKeyDown={stepLines}
      >
        {name} {own !== null && <Badge>{t('library:own')}</Badge>}
      </button>
      <span className="kpi-line-note">{note}</span>
      {possible && !hasOneValue(entry) && <span className="kpi-line-note kpi-line-by">{t('library:cohort.by')}</span>}
      {possible && hasOneValue(entry) && (
        <>
          <Value reference={kpi} name={name} value={value} period={period} />
          <IconButton
            icon={shown ? 'check' : 'plus'}
            className={shown ? 'kpi-line-shown' : 'kpi-line-add'}
            label={t(shown ? 'library:remove' : 'library:add', { name })}
            disabled={cards.disabled}
            onClick={() => cards.show(kpi, !shown)}
          />
        </>
      )}
    </li>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrows go from line to line, beside the tab key that goes from control to control. */
function stepLines(event: React.KeyboardEvent): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const lines = [...document.querySelectorAll<HTMLElement>('.kpi-line-name')];
  const at = lines.findIndex((line) => line === event.target);
  const next = at < 0 ? undefined : lines[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.click();
}
