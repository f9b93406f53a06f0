import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import type { FormulaName } from './completion.model.ts';
import { SIGNATURES } from './signatures.model.ts';

interface OfferListProps {
  readonly ref: React.Ref<HTMLDivElement>;
  readonly id: string;
  readonly label: string;
  readonly names: readonly FormulaName[];
  /** Which of them Enter takes. */
  readonly at: number;
  readonly place: { readonly left: number; readonly top: number };
  readonly onTake: (name: FormulaName) => void;
}

/** Names to choose from under the word being written, and what the one that Enter takes does. */
export function OfferList({ ref, id, label, names, at, place, onTake }: OfferListProps) {
  const { t } = useTranslation();
  const chosen = names[at];
  return (
    <div ref={ref} className="ui-popup formula-offer" style={place}>
      <div id={id} className="ui-list" role="listbox" aria-label={label}>
        {names.map((name, index) => (
          <Offered
            key={`${name.kind} ${name.text}`}
            id={`${id}-${String(index)}`}
            name={name}
            active={index === at}
            onTake={() => onTake(name)}
          />
        ))}
      </div>
      {chosen?.kind === 'function' && (
        <p className="formula-offer-note">
          <code>{SIGNATURES[chosen.text]}</code> {t(`formula:function.${chosen.text}.text`)}
        </p>
      )}
    </div>
  );
}

interface OfferedProps {
  readonly id: string;
  readonly name: FormulaName;
  readonly active: boolean;
  readonly onTake: () => void;
}

function Offered({ id, name, active, onTake }: OfferedProps) {
  const { t } = useTranslation();
  const item = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (active) item.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // The field keeps the focus and the keys; the list is for the pointer.
    <div
      ref={item}
      id={id}
      role="option"
      aria-selected={active}
      data-highlighted={active ? '' : undefined}
      className={classNames('ui-item', 'formula-offered')}
      onPointerDown={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      <span className="formula-offered-name">
        <span>{name.label}</span>
        <code>{name.text}</code>
      </span>
      <span className="ui-item-note">{t(name.lacks === true ? 'formula:lacks' : `formula:one.${name.kind}`)}</span>
    </div>
  );
}
