import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import { useExploring } from './explore-context.ts';
import { Pill } from './pill.tsx';
import { fits, move, put, type Well } from './view.model.ts';
import { fieldName } from './words.model.ts';

interface WellLineProps {
  readonly well: Well;
  readonly focusNext: (place: string) => void;
}

/** One well. What is dragged over it shows where it would land. */
export function WellLine({ well, focusNext }: WellLineProps) {
  const { t } = useTranslation();
  const { view, edit, words, announce, drag, setOpenItem } = useExploring();
  const line = useRef<HTMLDivElement>(null);
  const [landing, setLanding] = useState<number | null>(null);
  const items: readonly unknown[] = view[well];
  const takes = (): boolean => {
    const current = drag.current();
    return current !== null && (current.from?.well === well || fits(view, current.field, well));
  };
  const onDragOver = (event: DragEvent): void => {
    if (!takes()) return;
    event.preventDefault();
    setLanding(landingAt(line.current, event));
  };
  const onDrop = (event: DragEvent): void => {
    const current = drag.current();
    setLanding(null);
    if (current === null || !takes()) return;
    event.preventDefault();
    const index = landingAt(line.current, event);
    const { field, from } = current;
    edit((now) =>
      from === null || (field.is === 'kpi' && from.well !== well)
        ? put(now, field, well, index)
        : move(now, from, { well, index }),
    );
    if (well === 'filters' && from?.well !== 'filters') setOpenItem(`filters ${String(index)}`);
    announce(t('explore:said.put', { name: fieldName(field, words), well: t(`explore:well.${well}`) }));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a place to drop on; the keys are those of its items
    <div
      className={classNames('well', landing !== null && 'well-landing')}
      role="group"
      aria-label={t(`explore:well.${well}`)}
      onDragOver={onDragOver}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setLanding(null);
      }}
      onDrop={onDrop}
    >
      <span className="well-name" aria-hidden="true">
        {t(`explore:well.${well}`)}
      </span>
      <div className="well-items" ref={line}>
        {items.map((_, index) => (
          <Pill
            key={`${well} ${String(index)}`}
            place={{ well, index }}
            landing={landing === index}
            focusNext={focusNext}
          />
        ))}
        {landing === items.length && items.length > 0 && <span className="well-mark" aria-hidden="true" />}
        {items.length === 0 && <span className="well-empty">{t(`explore:empty.${well}`)}</span>}
      </div>
    </div>
  );
}

/** Before which item the pointer is: by the middles of those in its line. */
function landingAt(line: HTMLElement | null, { clientX, clientY }: DragEvent): number {
  const pills = [...(line?.querySelectorAll<HTMLElement>('.pill') ?? [])];
  const index = pills.findIndex((pill) => {
    const { left, width, bottom, top } = pill.getBoundingClientRect();
    return clientY < top || (clientY <= bottom && clientX < left + width / 2);
  });
  return index < 0 ? pills.length : index;
}
