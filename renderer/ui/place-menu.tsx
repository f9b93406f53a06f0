import { Menu as Base } from '@base-ui/react/menu';
import { Icon } from './icon.tsx';

/** A place in the window, CSS pixels. */
export interface MenuAt {
  readonly x: number;
  readonly y: number;
}

export interface PlaceAction {
  readonly label: string;
  readonly note?: string;
  readonly onSelect: () => void;
}

/** A further list behind an item. */
export interface PlaceList {
  readonly label: string;
  readonly actions: readonly PlaceAction[];
}

interface PlaceMenuProps {
  readonly at: MenuAt;
  /** What it is about. */
  readonly name: string;
  readonly groups: readonly (readonly (PlaceAction | PlaceList)[])[];
  readonly onClose: () => void;
}

/** A menu where the pointer or the keyboard asked for it. */
export function PlaceMenu({ at, name, groups, onClose }: PlaceMenuProps) {
  const anchor = { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
  return (
    <Base.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Base.Portal>
        <Base.Positioner className="ui-positioner" anchor={anchor} sideOffset={4} align="start">
          <Base.Popup className="ui-popup" aria-label={name}>
            <div className="ui-list">
              {groups
                .filter((actions) => actions.length > 0)
                .map((actions, index) => (
                  <div key={actions[0]?.label ?? index} role="presentation">
                    {index > 0 && <Base.Separator className="ui-separator" />}
                    {actions.map((action) =>
                      'actions' in action ? (
                        <Further key={action.label} list={action} />
                      ) : (
                        <Action key={action.label} action={action} />
                      ),
                    )}
                  </div>
                ))}
            </div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Action({ action }: { readonly action: PlaceAction }) {
  return (
    <Base.Item className="ui-item" onClick={action.onSelect}>
      <span className="ui-item-text">{action.label}</span>
      {action.note !== undefined && <span className="ui-item-note">{action.note}</span>}
    </Base.Item>
  );
}

function Further({ list }: { readonly list: PlaceList }) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className="ui-item">
        <span className="ui-item-text">{list.label}</span>
        <span className="ui-item-note">
          <Icon name="chevron-right" size={12} />
        </span>
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner className="ui-positioner" sideOffset={2} alignOffset={-4}>
          <Base.Popup className="ui-popup">
            <div className="ui-list">
              {list.actions.map((action) => (
                <Action key={action.label} action={action} />
              ))}
            </div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  );
}
