import type { TFunction } from 'i18next';
import type { Failure } from '#shared/errors.ts';
import { RECORD_KINDS } from '#shared/record-kinds.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { fieldName } from './words.ts';

/** Why an import was refused: which table of several it is about, and which field or column of it. */
export function refusalSentence(t: TFunction, failure: Failure): string {
  const { table } = failure.details;
  const why = reason(t, failure);
  return typeof table === 'string' ? t('import:failed.inTable', { table, why }) : why;
}

function reason(t: TFunction, failure: Failure): string {
  const { code, details } = failure;
  const { field, column } = details;
  const kind = RECORD_KINDS.find((each) => each === details['kind']);
  if (code === 'E_MISSING_FIELD' && typeof field === 'string' && kind !== undefined) {
    const why = t(`import:blockers.${code}`, { field: fieldName(t, kind, field).toLowerCase() });
    return t('import:failed.why', { why });
  }
  if (code === 'E_AMBIGUOUS' && typeof column === 'string')
    return t('import:failed.why', { why: t(`import:blockers.${code}`, { column }) });
  return failureSentence(t, failure);
}
