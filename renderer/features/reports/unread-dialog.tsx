import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { HEADLINE_FIELD } from './headline-field.tsx';
import type { UnreadPage } from './headline.model.ts';

interface UnreadDialogProps {
  readonly unread: readonly UnreadPage[];
  readonly onJump: (page: string) => void;
  readonly onClose: () => void;
}

/** Which headlines somebody has to read before the report is final, and the way to each. */
export function UnreadDialog({ unread, onJump, onClose }: UnreadDialogProps) {
  const { t } = useTranslation();
  const jumps = useRef(false);
  const jump = (page: string): void => {
    jumps.current = true;
    // The page's fields have to be there when the dialog gives focus to one of them.
    flushSync(() => onJump(page));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('report:screen.final.unread', { count: unread.length })}
      sub={t('report:screen.final.unreadText')}
      closeLabel={t('frame:close')}
      focused={() => (jumps.current ? document.getElementById(HEADLINE_FIELD) : null)}
      actions={
        <Button look="primary" onClick={() => jump(unread[0]?.id ?? '')}>
          {t('report:screen.final.first')}
        </Button>
      }
    >
      <ul className="report-unread">
        {unread.map(({ id, number, headline }) => (
          <li key={id}>
            <button type="button" onClick={() => jump(id)}>
              <span className="num">{number}</span>
              <span>{headline}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
