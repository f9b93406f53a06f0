import { Combobox as Base } from '@base-ui/react/combobox';
import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import './popup.css';
import './multi-select.css';

export interface MultiSelectItem {
  readonly value: string;
  readonly label: string;
  /** Grey at the right: the number of rows. */
  readonly note?: string;
}

export interface MultiSelectProps {
  /** What opens the list: a `Chip` or `Button`. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly items: readonly MultiSelectItem[];
  readonly selected: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly searchPlaceholder: string;
  readonly emptyText: string;
  readonly clearLabel: string;
  /** Given, the search is answered by the caller and not among `items`. */
  readonly onSearch?: (text: string) => void;
  /** A line under the list: "100 av 804 visas". */
  readonly status?: string;
}

/** Several of a list, found by typing. */
export function MultiSelect(props: MultiSelectProps) {
  const { trigger, label, items, selected, onChange, searchPlaceholder, emptyText, clearLabel, onSearch, status } =
    props;
  const known = new Map(items.map((item) => [item.value, item]));
  const chosen = selected.map((value) => known.get(value) ?? { value, label: value });
  return (
    <Base.Root<MultiSelectItem, true>
      multiple
      items={items}
      value={chosen}
      onValueChange={(next) => onChange(next.map((item) => item.value))}
      isItemEqualToValue={(a, b) => a.value === b.value}
      itemToStringLabel={(item) => item.label}
      {...(onSearch === undefined ? {} : { filter: null, onInputValueChange: onSearch })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="ui-positioner" sideOffset={4} align="start">
          <Base.Popup className="ui-popup ui-multi" aria-label={label}>
            <div className="ui-multi-search">
              <Icon name="search" size={14} />
              <Base.Input placeholder={searchPlaceholder} aria-label={searchPlaceholder} />
            </div>
            <Base.Empty className="ui-multi-empty">{emptyText}</Base.Empty>
            <Base.List className="ui-list">
              {(item: MultiSelectItem) => (
                <Base.Item key={item.value} value={item} className="ui-item">
                  <span className="ui-multi-box">
                    <Base.ItemIndicator>
                      <Icon name="check" size={12} />
                    </Base.ItemIndicator>
                  </span>
                  <span className="ui-item-text">{item.label}</span>
                  {item.note !== undefined && <span className="ui-item-note num">{item.note}</span>}
                </Base.Item>
              )}
            </Base.List>
            <div className="ui-multi-foot">
              <span>{status}</span>
              {selected.length > 0 && (
                <button type="button" className="ui-button ui-button-link" onClick={() => onChange([])}>
                  {clearLabel}
                </button>
              )}
            </div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
