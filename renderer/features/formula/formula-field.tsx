import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormulaProblem } from '#shared/own-kpi.ts';
import { completionAt, inserted, type Completion, type FormulaName } from './completion.model.ts';
import { OfferList } from './offer-list.tsx';
import { aroundProblem, withPlainSigns } from './own-kpi.model.ts';
import { writeInto } from './write-into.ts';
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
  readonly onSubmit: () => void;
  readonly disabled: boolean;
  readonly field: React.RefObject<HTMLTextAreaElement | null>;
}

const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);

/**
 * A formula as it is written: a plain field of text, names offered under the word being written, and what is wrong underlined by a layer
 * of the same text behind it.
 */
export function FormulaField(props: FormulaFieldProps) {
  const { label, value, onChange, names, problem, describedBy, onOffer, onSubmit, disabled, field } = props;
  const { t } = useTranslation();
  const id = useId();
  const layer = useRef<HTMLDivElement>(null);
  const marker = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const moveTo = useRef<number | null>(null);
  const isTaking = useRef(false);
  const [offer, offerNow] = useState<Completion | null>(null);
  const [at, setAt] = useState(0);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  const setOffer = (next: Completion | null): void => {
    offerNow(next);
    setAt(0);
    onOffer(next !== null);
  };
  const look = (text: string, cursor: number, asked = false): void =>
    setOffer(completionAt(text, cursor, names, asked));
  const change = (typed: string, cursor: number): void => {
    const text = withPlainSigns(typed);
    if (text !== typed) moveTo.current = cursor;
    onChange(text);
    // A name just taken is whole: only what has to follow it is offered.
    const next = completionAt(text, cursor, names, false);
    setOffer(isTaking.current && next?.word !== '' ? null : next);
    isTaking.current = false;
  };
  const take = (name: FormulaName): void => {
    const area = field.current;
    if (offer === null || area === null) return;
    const to = offer.from + offer.word.length;
    const text = inserted(value, offer.from, to, name);
    isTaking.current = true;
    if (writeInto(area, offer.from, to, text)) return;
    moveTo.current = offer.from + text.length;
    change(value.slice(0, offer.from) + text + value.slice(to), moveTo.current);
  };
  useLayoutEffect(() => {
    if (moveTo.current === null) return;
    field.current?.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
  }, [value, field]);
  useLayoutEffect(() => {
    if (offer === null || marker.current === null || layer.current === null) return;
    const { offsetLeft, offsetTop, offsetHeight } = marker.current;
    const room = layer.current.clientWidth - (list.current?.offsetWidth ?? 0);
    const top = offsetTop + offsetHeight - layer.current.scrollTop;
    setPlace({ left: Math.max(0, Math.min(offsetLeft, room)), top });
  }, [offer]);

  const step = (by: number): void => setAt((at + by + (offer?.names.length ?? 1)) % (offer?.names.length ?? 1));
  const onKey = (event: React.KeyboardEvent<HTMLTextAreaElement>): void => {
    const isCommand = event.ctrlKey || event.metaKey;
    const name = offer?.names[at];
    if (event.key === ' ' && event.ctrlKey) look(value, event.currentTarget.selectionStart, true);
    else if (event.key === 'Enter' && isCommand) onSubmit();
    else if (name === undefined) return;
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take(name);
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Escape') setOffer(null);
    else {
      if (MOVES.has(event.key)) setOffer(null);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const wordEnd = offer === null ? 0 : offer.from + Math.max(offer.word.length, 1);
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
              <span ref={marker}>{value.slice(offer.from, wordEnd) || '\u00a0'}</span>
              {value.slice(wordEnd)}
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
          aria-activedescendant={offer === null ? undefined : `${id}-list-${String(at)}`}
          aria-invalid={problem !== null}
          aria-describedby={describedBy}
          rows={3}
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          readOnly={disabled}
          value={value}
          onChange={(event) => change(event.target.value, event.target.selectionStart)}
          onKeyDown={onKey}
          onBlur={() => setOffer(null)}
          onClick={() => setOffer(null)}
          onScroll={(event) => {
            if (layer.current !== null) layer.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
        {offer !== null && (
          <OfferList
            ref={list}
            id={`${id}-list`}
            label={t('formula:suggestions')}
            names={offer.names}
            at={at}
            place={place}
            onTake={take}
          />
        )}
      </div>
    </div>
  );
}

function Underlined({ text, problem }: { readonly text: string; readonly problem: FormulaProblem | null }) {
  if (problem === null) return text;
  const { before, wrong, after } = aroundProblem(text, problem);
  return (
    <>
      {before}
      {wrong === '' ? <span className="formula-missing" /> : <span className="formula-wrong">{wrong}</span>}
      {after}
    </>
  );
}
