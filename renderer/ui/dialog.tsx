import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './button.tsx';
import './dialog.css';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly sub?: ReactNode;
  readonly closeLabel: string;
  /** `panel` fills the right side of the window. */
  readonly look?: 'window' | 'wide' | 'panel';
  readonly actions?: ReactNode;
  /** What has focus when it has closed; null for what had it before. */
  readonly focused?: () => HTMLElement | null;
  readonly children: ReactNode;
}

export function Dialog(props: DialogProps) {
  const { open, onClose, title, sub, closeLabel, look = 'window', actions, focused, children } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="ui-backdrop" />
        <Base.Popup className={classNames('ui-dialog', `ui-dialog-${look}`)} finalFocus={() => focused?.() ?? true}>
          <div className="ui-dialog-head">
            <div>
              <Base.Title className="ui-dialog-title">{title}</Base.Title>
              {sub !== undefined && <Base.Description className="ui-dialog-sub">{sub}</Base.Description>}
            </div>
            <Base.Close render={<IconButton icon="close" label={closeLabel} />} />
          </div>
          <div className="ui-dialog-body">{children}</div>
          {actions !== undefined && <div className="ui-dialog-foot">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
