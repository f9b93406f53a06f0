import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '#shared/question.ts';
import { dimensionName, useNeedName } from '../../i18n/names.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { memberName, reasonSentence } from '../overview/words.model.ts';
import { passportOf, type Passport } from './passport.model.ts';

/** The finished words of an explanation, null while it is on its way. */
export function usePassport(explanation: Explanation | undefined): Passport | null {
  const { t } = useTranslation();
  const format = useFormatContext();
  const needName = useNeedName();
  const dimensions = useHostQuery('catalogue.dimensions', {}).data;
  return useMemo(
    () =>
      explanation === undefined
        ? null
        : passportOf(explanation, {
            t,
            format,
            dimensionName: (key) => dimensionName(t, key, dimensions ?? []),
            memberName: (member) => memberName(member, t),
            needName: (need) =>
              need.startsWith('rate.') ? needName(need) : needName(need).toLocaleLowerCase(format.locale),
            reasonSentence: (reason) => reasonSentence(reason, t, needName),
          }),
    [explanation, t, format, dimensions, needName],
  );
}
