import { Menu as Base } from '@base-ui/react/menu';
import { useRef, type ReactElement } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './popup.css';

export interface MenuAction {
  readonly label: string;
  readonly icon?: IconName;
  readonly note?: string;
  readonly disabled?: boolean;
  /** Given, the item is one of a choice and shows a check when true. */
  readonly checked?: boolean;
  readonly onSelect: () => void;
  /** Id of what has focus when the menu has closed; absent for what had it before. */
  readonly focuses?: string;
}

interface MenuProps {
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'end';
  /** Groups, separated by a line. */
  readonly groups: readonly (readonly MenuAction[])[];
}

export function Menu({ trigger, align = 'start', groups }: MenuProps) {
  const chosen = useRef<MenuAction | null>(null);
  const focused = (): HTMLElement | boolean => {
    const id = chosen.current?.focuses;
    chosen.current = null;
    return (id === undefined ? null : document.getElementById(id)) ?? true;
  };
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="ui-positioner" sideOffset={4} align={align}>
          <Base.Popup className="ui-popup" finalFocus={focused}>
            <div className="ui-list">
              {groups
                .filter((actions) => actions.length > 0)
                .map((actions, index) => (
                  <div key={actions[0]?.label ?? index} role="presentation">
                    {index > 0 && <Base.Separator className="ui-separator" />}
                    {actions.map((action) => (
                      <Item
                        key={action.label}
                        action={action}
                        onSelect={() => {
                          chosen.current = action;
                          action.onSelect();
                        }}
                      />
                    ))}
                  </div>
                ))}
            </div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Item({ action, onSelect }: { readonly action: MenuAction; readonly onSelect: () => void }) {
  const icon = action.checked === true ? 'check' : action.icon;
  const content = (
    <>
      {icon !== undefined && (
        <span className="ui-item-icon">
          <Icon name={icon} size={14} />
        </span>
      )}
      <span className="ui-item-text">{action.label}</span>
      {action.note !== undefined && <span className="ui-item-note">{action.note}</span>}
    </>
  );
  const disabled = action.disabled ?? false;
  if (action.checked === undefined)
    return (
      <Base.Item className="ui-item" disabled={disabled} onClick={onSelect}>
        {content}
      </Base.Item>
    );
  return (
    <Base.CheckboxItem
      className="ui-item"
      disabled={disabled}
      checked={action.checked}
      closeOnClick
      onCheckedChange={onSelect}
    >
      {content}
    </Base.CheckboxItem>
  );
}
