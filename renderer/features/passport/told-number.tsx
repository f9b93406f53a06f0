import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatFull, moneyUnit, NO_VALUE, type FormatContext } from '#shared/format.ts';
import { isSameNumber, type PassportNumber } from '#shared/opened-number.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import type { ReportedNumber } from '../../state/passport-slice.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { Notice } from '../../ui/notice.tsx';
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
  /** What the passport has for it; null where there is no passport any more. */
  readonly now: PassportNumber | null;
}

/** The number as the report has it, where the passport does not show it; and that the data give another by now, where they do. */
export function InReport({ reported, now }: InReportProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  if (reported === undefined) return null;
  const { name, text, scale, value, part, isDerived } = reported;
  const shown = scale === null ? text : `${text}\u00a0${moneyUnit(scale.step, format)}`;
  return (
    <>
      {(now === null || part !== 'value' || isDerived) && (
        <Lines lines={[{ label: t('passport:inReport', { name }), value: shown }]} />
      )}
      {now !== null && !isSameNumber(value, now.value) && <Remarks remarks={[differs(value, now, t, format)]} />}
    </>
  );
}

interface NoPassportProps extends Pick<InReportProps, 'reported'> {
  readonly error: unknown;
}

/** In the place of a passport that could not be made: a final report may tell of what the data do not have any more. */
export function NoPassport({ reported, error }: NoPassportProps) {
  const { t } = useTranslation();
  const failure = failureOf(error);
  const isGone = reported !== undefined && failure.code === 'E_NOT_FOUND';
  return (
    <div className="passport">
      <InReport reported={reported} now={null} />
      <Notice tone="bad" title={isGone ? t('passport:reportGone') : failureSentence(t, failure)} />
    </div>
  );
}

function differs(value: number, now: PassportNumber, t: TFunction, format: FormatContext): string {
  const report = formatFull(value, now.unit, format);
  return now.value === null
    ? t('passport:reportDiffersNone', { report })
    : t('passport:reportDiffers', { report, now: formatFull(now.value, now.unit, format) });
}

/** What must be known before the number is trusted. */
export function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  return remarks.map((remark) => (
    <p key={remark} className="passport-remark">
      {remark}
    </p>
  ));
}
