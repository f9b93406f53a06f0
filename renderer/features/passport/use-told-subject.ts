import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaidNumberInput } from '#shared/told.ts';
import { DATE_DIMENSION, OTHER } from '#shared/members.ts';
import { memberName } from '#shared/tiles/tile-words.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import type { CellRef, QuestionInput } from '#shared/question.ts';
import type { CellSubject } from '../../state/passport-slice.ts';
import { saidTold, type SaidSubject } from '../overview/sentence.tsx';

type Opens = CellSubject | { readonly told: SaidNumberInput };

type CellPlace = Pick<CellRef, 'kpi'> & { readonly row?: CellRef['row'] | undefined };

/** Names what a number of a sentence or a step of a bridge opens. Example: the change of a customer's revenue is 'Change', of 'Revenue · Asp'. */
export function useToldSubject(): (opens: Opens) => SaidSubject {
  const { t } = useTranslation();
  const words = useKpiWords();
  const locale = useLocale();
  return useCallback(
    (opens) => {
      const placeOf = (question: QuestionInput, cell: CellPlace): readonly string[] => [
        words.name(cell.kpi),
        ...(cell.row ?? []).map((member, at) =>
          member === OTHER
            ? t('charts:others')
            : member !== null && question.rows?.[at]?.dimension === DATE_DIMENSION
              ? formatPeriodText(member, locale)
              : memberName(member, t, question.rows?.[at]?.dimension),
        ),
      ];
      if (!('told' in opens))
        return { subject: opens, label: placeOf(opens.question, opens.cell).toReversed().join(', ') };
      const { told } = opens;
      const isTarget = told.of === 'cells' && told.figure === 'before' && told.question.compare === 'target';
      const name = t(`told:name.${isTarget ? 'target' : told.of === 'variance' ? told.part : told.figure}`);
      const place =
        told.of === 'goal'
          ? (told.goal.name ?? words.name(told.goal.kpi))
          : told.of === 'cells'
            ? placeOf(told.question, told.cell).join(' · ')
            : words.name('revenue');
      return saidTold({ told, name, place });
    },
    [t, words, locale],
  );
}
