import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormulaProblem } from '#shared/own-kpi.ts';
import { classNames } from '../../ui/class-names.ts';
import { completed, completionAt, type Completion, type FormulaName } from './completion.model.ts';
import { aroundProblem } from './own-kpi.model.ts';
import { SIGNATURES } from './signatures.model.ts';
import './formula-field.css';

interface FormulaFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly names: readonly FormulaName[];
  /** Underlined at its place; null while there is none or the text is still being looked at. */
  readonly problem: FormulaProblem | null;
  /** Ids of what is said of the field. */
  readonly describedBy: string;
  /** Names are offered, or no longer. */
  readonly onOffer: (isOpen: boolean) => void;
  readonly field: React.RefObject<HTMLTextAreaElement | null>;
}

/**
 * A formula as it is written: a plain field of text, names offered under the word being written, and what is wrong underlined by a layer
 * of the same text behind it.
 */
export function FormulaField(props: FormulaFieldProps) {
  const { label, value, onChange, names, problem, describedBy, onOffer, field } = props;
  const { t } = useTranslation();
  const id = useId();
  const layer = useRef<HTMLDivElement>(null);
  const marker = useRef<HTMLSpanElement>(null);
  const moveTo = useRef<number | null>(null);
  const [offer, offerNow] = useState<Completion | null>(null);
  const [at, setAt] = useState(0);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  const setOffer = (next: Completion | null): void => {
    offerNow(next);
    onOffer(next !== null);
  };
  const look = (text: string, cursor: number, asked = false): void => {
    setOffer(completionAt(text, cursor, names, asked));
    setAt(0);
  };
  const take = (name: FormulaName): void => {
    if (offer === null) return;
    const next = completed(value, field.current?.selectionStart ?? value.length, offer.from, name);
    onChange(next.text);
    moveTo.current = next.cursor;
    look(next.text, next.cursor);
    field.current?.focus();
  };
  useLayoutEffect(() => {
    if (moveTo.current === null) return;
    field.current?.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
  }, [value, field]);
  useLayoutEffect(() => {
    if (offer === null || marker.current === null) return;
    const { offsetLeft: left, offsetTop: top, offsetHeight: height } = marker.current;
    setPlace({ left, top: top + height });
  }, [offer]);

  const step = (by: number): void => setAt((at + by + (offer?.names.length ?? 1)) % (offer?.names.length ?? 1));
  const onKey = (event: React.KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      look(value, event.currentTarget.selectionStart, true);
      return;
    }
    const name = offer?.names[at];
    if (name === undefined) return;
    const isTaken = event.key === 'Enter' || event.key === 'Tab';
    if (isTaken) take(name);
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Escape') setOffer(null);
    else {
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Home' || event.key === 'End')
        setOffer(null);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const active = offer === null ? undefined : `${id}-${String(at)}`;
  return (
    <div className="formula-field">
      <label className="ui-field-label" htmlFor={id}>
        {label}
      </label>
      <div className="formula-box">
        <div className="formula-layer" aria-hidden="true" ref={layer}>
          {offer === null ? (
            <Underlined text={value} problem={problem} />
          ) : (
            <>
              {value.slice(0, offer.from)}
              <span ref={marker}>
                {value.slice(offer.from, offer.from + Math.max(offer.word.length, 1)) || '\u00a0'}
              </span>
              {value.slice(offer.from + Math.max(offer.word.length, 1))}
            </>
          )}
        </div>
        <textarea
          ref={field}
          id={id}
          className="formula-text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={offer !== null}
          aria-controls={offer === null ? undefined : `${id}-list`}
          aria-activedescendant={active}
          aria-invalid={problem !== null}
          aria-describedby={describedBy}
          rows={3}
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
            look(event.target.value, event.target.selectionStart);
          }}
          onKeyDown={onKey}
          onBlur={() => setOffer(null)}
          onClick={() => setOffer(null)}
          onScroll={(event) => {
            if (layer.current !== null) layer.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
        {offer !== null && (
          <div
            id={`${id}-list`}
            className="ui-popup ui-list formula-offer"
            role="listbox"
            aria-label={t('formula:suggestions')}
            style={place}
          >
            {offer.names.map((name, index) => (
              <Offered
                key={`${name.kind} ${name.text}`}
                id={`${id}-${String(index)}`}
                name={name}
                active={index === at}
                onTake={() => take(name)}
              />
            ))}
          </div>
        )}
      </div>
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
        <code>
          {SIGNATURES[name.text] !== undefined && name.kind === 'function' ? SIGNATURES[name.text] : name.text}
        </code>
        <span>{name.label}</span>
      </span>
      <span className="ui-item-note">{t(`formula:kind.${name.kind}`)}</span>
    </div>
  );
}

function Underlined({ text, problem }: { readonly text: string; readonly problem: FormulaProblem | null }) {
  if (problem === null) return text;
  const { before, wrong, after } = aroundProblem(text, problem);
  return (
    <>
      {before}
      <span className="formula-wrong">{wrong}</span>
      {after}
    </>
  );
}
