import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellRef } from '#shared/question.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useAppStore } from '../../state/app-store.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { IconButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useExploring } from './explore-context.ts';
import { InspectedNumber } from './inspected-number.tsx';
import { ShowAsList } from './show-as-list.tsx';
import { useToldCell } from './use-told-cell.ts';
import { showName } from './words.model.ts';
import './inspector.css';

interface InspectorProps {
  readonly cell: CellRef | null;
  /** Which of the view's values the cell is of. */
  readonly value: number;
  /** The number as the table has it; null where it has none of the kind. */
  readonly text: string | null;
}

/** The chosen number beside the table: what it is, how it was counted, and the other ways of showing it. */
export const Inspector = memo(function Inspector({ cell, value, text }: InspectorProps) {
  const { t } = useTranslation();
  const { view, words } = useExploring();
  const hide = useAppStore((state) => state.showInspector);
  const shown = useMemo(() => {
    const show = view.values[value]?.show;
    return show === undefined || show.as === 'value' || text === null ? null : { name: showName(show, words), text };
  }, [view.values, value, words, text]);
  const { told, error, isOld } = useToldCell(view, cell, shown);
  return (
    <aside className="inspector" aria-label={t('explore:inspector.label')} aria-busy={isOld}>
      <section className="ui-card inspector-number">
        <span className="inspector-hide">
          <IconButton icon="close" label={t('explore:inspector.hide')} onClick={() => hide(false)} />
        </span>
        {error !== null ? (
          <Notice tone="bad" title={failureSentence(t, failureOf(error))} />
        ) : told === null ? (
          <div className="late">
            <Skeleton width="40%" height="28px" />
            <Skeleton height="60px" />
          </div>
        ) : (
          <InspectedNumber told={told} />
        )}
      </section>
      <ShowAsList index={value} />
    </aside>
  );
});
