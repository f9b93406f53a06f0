import { memo, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button.tsx';
import { useExploring } from './explore-context.ts';
import { swapped, WELLS } from './view.model.ts';
import { WellLine } from './well-line.tsx';

/** Rows, columns, values and filters: what stands in each, moved about by dragging or with the keys. */
export const Wells = memo(function Wells() {
  const { t } = useTranslation();
  const { view, edit, announce } = useExploring();
  const box = useRef<HTMLElement>(null);
  /** The item that has focus once the view is drawn anew: one that was moved keeps it. */
  const nextFocus = useRef<string | null>(null);
  const focusNext = useCallback((place: string): void => {
    nextFocus.current = place;
  }, []);
  useEffect(() => {
    if (nextFocus.current === null) return;
    box.current?.querySelector<HTMLElement>(`[data-place="${nextFocus.current}"]`)?.focus();
    nextFocus.current = null;
  });
  const swap = (): void => {
    edit(swapped);
    announce(t('explore:said.swapped'));
  };
  return (
    <section className="wells ui-card" aria-label={t('explore:wells')} ref={box}>
      <div className="wells-lines">
        {WELLS.map((well) => (
          <WellLine key={well} well={well} focusNext={focusNext} />
        ))}
      </div>
      <IconButton
        className="wells-swap"
        icon="swap"
        label={t('explore:swap')}
        disabled={view.rows.length === 0 && view.columns.length === 0}
        onClick={swap}
      />
    </section>
  );
});
