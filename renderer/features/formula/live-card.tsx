import { useTranslation } from 'react-i18next';
import { formatRange } from '#shared/format-period.ts';
import { formatCompact, formatFull, NO_VALUE } from '#shared/format.ts';
import type { KpiCheck } from '#shared/own-kpi.ts';
import type { Unit } from '#shared/units.ts';
import { reasonSentence } from '#shared/tiles/tile-words.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { CellSubject } from '../../state/passport-slice.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { formulaInWords } from '../passport/formula.model.ts';

interface LiveCardProps {
  /** Undefined without a formula. */
  readonly check: KpiCheck | undefined;
  readonly unit: Unit | null;
  readonly settled: boolean;
  readonly period: string;
  /** Whose passport the value has; null while it is not settled. */
  readonly subject: CellSubject | null;
}

/** What the formula comes to as it stands, and what that is made of. */
export function LiveCard({ check, unit, settled, period, subject }: LiveCardProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('formula:live')} sub={period} className="editor-live">
      <div aria-busy={!settled}>
        {check === undefined ? (
          <p className="muted">{t('formula:empty')}</p>
        ) : !check.ok ? (
          <p className="muted">{t('formula:notYet')}</p>
        ) : (
          <LiveValue check={check} unit={unit ?? check.unit} subject={settled ? subject : null} />
        )}
      </div>
    </Card>
  );
}

interface LiveValueProps {
  readonly check: KpiCheck & { readonly ok: true };
  readonly unit: Unit;
  readonly subject: CellSubject | null;
}

function LiveValue({ check, unit, subject }: LiveValueProps) {
  const openPassport = useAppStore((state) => state.openPassport);
  const { t } = useTranslation();
  const words = useKpiWords();
  const format = useFormatContext();
  const { value, reason, inputs } = check;
  const shown = value === null ? null : formatCompact(value, unit, format);
  const spans = new Set(inputs.map(({ period }) => period.from + period.to));
  return (
    <>
      <p className="passport-value" aria-live="polite" aria-atomic="true">
        {shown === null ? NO_VALUE : shown.number} {shown !== null && <small>{shown.unit}</small>}
      </p>
      {subject !== null && value !== null && (
        <p className="editor-ways">
          <Button look="link" onClick={() => openPassport(subject)}>
            {t('formula:passport')}
          </Button>
          <Button look="link" onClick={() => openPassport({ ...subject, showsRows: true })}>
            {t('passport:showRows')}
          </Button>
        </p>
      )}
      {value === null && <p className="passport-remark">{reasonSentence(reason, t)}</p>}
      {inputs.length > 0 && (
        <dl className="passport-lines" aria-label={t('formula:inputs')}>
          {inputs.map((input) => (
            <div key={`${input.id} ${input.period.from} ${input.period.to}`}>
              <dt>
                {words.known(input.id) ??
                  formulaInWords(input.id, t, words)
                    .map(({ text }) => text)
                    .join('')}
                {spans.size > 1 && (
                  <span className="editor-span">{formatRange(input.period.from, input.period.to, format.locale)}</span>
                )}
              </dt>
              <dd className="num">{input.value === null ? NO_VALUE : formatFull(input.value, input.unit, format)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
