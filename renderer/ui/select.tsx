import { Select as Base } from '@base-ui/react/select';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import './popup.css';
import './select.css';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Grey text at the right. */
  readonly note?: string;
}

export interface SelectGroup<T extends string> {
  /** Absent for a group without heading. */
  readonly label?: string;
  readonly options: readonly SelectOption<T>[];
}

export interface SelectProps<T extends string> {
  /** The name for screen readers; shown above the control with `showLabel`. */
  readonly label: string;
  readonly showLabel?: boolean;
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly groups: readonly SelectGroup<T>[];
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** One of a list, grouped. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, showLabel = false, value, onChange, groups, placeholder, disabled = false, className } = props;
  const items = groups.flatMap((group) =>
    group.options.map((option) => ({ value: option.value, label: option.label })),
  );
  return (
    <Base.Root<T>
      items={items}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <span className={classNames('ui-field', className)}>
        {showLabel && <Base.Label className="ui-field-label">{label}</Base.Label>}
        <Base.Trigger className="ui-select" {...(showLabel ? {} : { 'aria-label': label })}>
          <Base.Value className="ui-select-value" placeholder={placeholder} />
          <Base.Icon className="ui-select-icon">
            <Icon name="chevron-down" size={14} />
          </Base.Icon>
        </Base.Trigger>
      </span>
      <Base.Portal>
        <Base.Positioner className="ui-positioner" sideOffset={4} align="start" alignItemWithTrigger={false}>
          <Base.Popup className="ui-popup ui-select-popup">
            <Base.List className="ui-list">
              {groups.map((group, index) => (
                <Base.Group key={group.label ?? index}>
                  {group.label !== undefined && (
                    <Base.GroupLabel className="ui-list-label">{group.label}</Base.GroupLabel>
                  )}
                  {group.options.map((option) => (
                    <Base.Item key={option.value} value={option.value} className="ui-item">
                      <Base.ItemIndicator className="ui-item-check">
                        <Icon name="check" size={14} />
                      </Base.ItemIndicator>
                      <Base.ItemText className="ui-item-text">{option.label}</Base.ItemText>
                      {option.note !== undefined && <span className="ui-item-note">{option.note}</span>}
                    </Base.Item>
                  ))}
                </Base.Group>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
