import { Autocomplete } from '@base-ui/react/autocomplete';
import { useRef } from 'react';
import './popup.css';
import './suggest-input.css';

export interface Suggestion {
  readonly value: string;
  readonly label: string;
  /** Grey at the right. */
  readonly note?: string;
}

interface SuggestInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly items: readonly Suggestion[];
  /** A suggestion is taken, by pointer or Enter. */
  readonly onPick: (value: string) => void;
  /** Enter takes the first suggestion: for a choice among those and no others. */
  readonly strict?: boolean;
  /** Keys that no suggestion wants. */
  readonly onKey: (event: React.KeyboardEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
  readonly className?: string;
  /** Marks the whole text, so that typing replaces it. */
  readonly selected?: boolean;
}

const WANTED = new Set(['Enter', 'ArrowUp', 'ArrowDown']);

/** One line of text with suggestions under it as it is typed. Has focus from the start. */
export function SuggestInput(props: SuggestInputProps) {
  const { label, value, onChange, items, onPick, strict = false, onKey, onBlur, className, selected = false } = props;
  const highlighted = useRef<Suggestion | undefined>(undefined);
  const isOpen = items.length > 0;
  return (
    <Autocomplete.Root<Suggestion>
      items={items}
      mode="none"
      open={isOpen}
      value={value}
      autoHighlight={strict ? 'always' : false}
      itemToStringValue={(item) => item.label}
      onItemHighlighted={(item) => {
        highlighted.current = item;
      }}
      onValueChange={(text, { reason }) => {
        if (reason === 'item-press') onPick(items.find((item) => item.label === text)?.value ?? text);
        else onChange(text);
      }}
    >
      <Autocomplete.Input
        ref={focusOnce}
        className={className}
        aria-label={label}
        data-selected={selected ? '' : undefined}
        spellCheck={false}
        onBlur={onBlur}
        onKeyDown={(event) => {
          const isWanted =
            isOpen && WANTED.has(event.key) && (event.key !== 'Enter' || highlighted.current !== undefined);
          if (isWanted) return;
          event.preventBaseUIHandler();
          onKey(event);
        }}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner className="ui-positioner" sideOffset={3} align="start" collisionPadding={8}>
          <Autocomplete.Popup className="ui-popup ui-suggestions">
            <Autocomplete.List className="ui-list">
              {(item: Suggestion) => (
                <Autocomplete.Item key={item.value} value={item} className="ui-item ui-suggestion">
                  <span className="ui-item-text">{item.label}</span>
                  {item.note !== undefined && <span className="ui-item-note">{item.note}</span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  if (input === null || document.activeElement === input) return;
  input.focus();
  if (input.dataset['selected'] === undefined) input.setSelectionRange(input.value.length, input.value.length);
  else input.select();
}
