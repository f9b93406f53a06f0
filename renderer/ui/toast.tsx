import { Toast as Base } from '@base-ui/react/toast';
import { Icon, type IconName } from './icon.tsx';
import './toast.css';

interface ToastData {
  readonly tone: 'plain' | 'good' | 'bad';
}

const manager = Base.createToastManager<ToastData>();

export interface ToastContent {
  readonly title: string;
  readonly text?: string;
  readonly tone?: ToastData['tone'];
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

const SHOWN_MS = 6000;
const SHOWN_WITH_ACTION_MS = 12_000;

/** Says what has happened, in the corner, with at most one action. Bad news stays until it is closed. */
export function showToast({ title, text, tone = 'plain', action }: ToastContent): void {
  const id = manager.add({
    title,
    description: text,
    data: { tone },
    priority: tone === 'bad' ? 'high' : 'low',
    timeout: tone === 'bad' ? 0 : action === undefined ? SHOWN_MS : SHOWN_WITH_ACTION_MS,
    actionProps:
      action === undefined
        ? undefined
        : {
            children: action.label,
            onClick: () => {
              manager.close(id);
              action.onClick();
            },
          },
  });
}

/** Once, at the root of the page. */
export function ToastRegion({ label, closeLabel }: { readonly label: string; readonly closeLabel: string }) {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport className="ui-toasts" aria-label={label}>
          <Toasts closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

const ICON_BY_TONE = { plain: 'info', good: 'check', bad: 'warning' } as const satisfies Record<string, IconName>;

function Toasts({ closeLabel }: { readonly closeLabel: string }) {
  const { toasts } = Base.useToastManager<ToastData>();
  return toasts.map((toast) => {
    const tone = toast.data?.tone ?? 'plain';
    return (
      <Base.Root key={toast.id} toast={toast} className={`ui-toast ui-toast-${tone}`} swipeDirection="right">
        <span className="ui-toast-icon">
          <Icon name={ICON_BY_TONE[tone]} />
        </span>
        <Base.Content className="ui-toast-content">
          <Base.Title className="ui-toast-title" render={<p />} />
          <Base.Description className="ui-toast-text" />
        </Base.Content>
        <Base.Action className="ui-button ui-button-link" />
        <Base.Close className="ui-icon-button" aria-label={closeLabel}>
          <Icon name="close" size={14} />
        </Base.Close>
      </Base.Root>
    );
  });
}
