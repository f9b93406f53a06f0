import { Menu as Base } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import type { MenuPlace } from '../../charts/chart-props.ts';

interface MarkMenuProps {
  readonly place: MenuPlace;
  /** What the mark stands for. */
  readonly name: string;
  /** Null where a mark has none. */
  readonly onFilter: (() => void) | null;
  readonly onPassport: (() => void) | null;
  readonly onClose: () => void;
}

/** What can be done with a mark, where the pointer or the keyboard asked for it. */
export function MarkMenu({ place, name, onFilter, onPassport, onClose }: MarkMenuProps) {
  const { t } = useTranslation();
  const anchor = { getBoundingClientRect: () => new DOMRect(place.x, place.y, 0, 0) };
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
              {onFilter !== null && (
                <Base.Item className="ui-item" onClick={onFilter}>
                  <span className="ui-item-text">{t('dashboards:menu.filter', { name })}</span>
                </Base.Item>
              )}
              {onPassport !== null && (
                <Base.Item className="ui-item" onClick={onPassport}>
                  <span className="ui-item-text">{t('dashboards:menu.passport')}</span>
                </Base.Item>
              )}
            </div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
