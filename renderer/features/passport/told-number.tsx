import { useTranslation } from 'react-i18next';
import { formatFull, moneyUnit, NO_VALUE } from '#shared/format.ts';
import { isSameNumber, type PassportNumber } from '#shared/opened-number.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import type { ReportedNumber } from '../../state/passport-slice.ts';
import type { Passport } from './passport.model.ts';
import { Lines } from './section.tsx';

/** A passport's number, with what has changed since what it is compared with. */
export function ValueAndChange({
  passport: { value, change, against },
}: {
  readonly passport: Pick<Passport, 'value' | 'change' | 'against'>;
}) {
  const { t } = useTranslation();
  return (
    <>
      <p className="passport-value">
        {value === null ? NO_VALUE : value.number} {value !== null && <small>{value.unit}</small>}
      </p>
      {change !== null && (
        <p className="passport-change">
          <span className={change.tone}>
            {change.arrow} {change.text}
          </span>{' '}
          <span className="muted">{against === null ? '' : t('overview:against.period', { period: against })}</span>
        </p>
      )}
    </>
  );
}

interface InReportProps {
  readonly reported: ReportedNumber | undefined;
  /** What the passport has for it. */
  readonly now: PassportNumber | null;
}

/** The number as the report has it, where it reads otherwise than the passport's; and that the data give another by now, where they do. */
export function InReport({ reported, now }: InReportProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  if (reported === undefined || now === null) return null;
  const { name, text, scale, value, part, isDerived } = reported;
  const full = (number: number): string => formatFull(number, now.unit, format);
  const differs = {
    report: full(value),
    ...(now.value === null ? {} : { now: full(now.value) }),
  };
  const isShown = part !== 'value' || isDerived;
  return (
    <>
      {isShown && (
        <Lines
          lines={[
            {
              label: t('passport:inReport', { name }),
              value: scale === null ? text : `${text}\u00a0${moneyUnit(scale.step, format)}`,
            },
          ]}
        />
      )}
      {!isSameNumber(value, now.value) && (
        <Remarks remarks={[t(now.value === null ? 'passport:reportDiffersNone' : 'passport:reportDiffers', differs)]} />
      )}
    </>
  );
}

/** What must be known before the number is trusted. */
export function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  return remarks.map((remark) => (
    <p key={remark} className="passport-remark">
      {remark}
    </p>
  ));
}
