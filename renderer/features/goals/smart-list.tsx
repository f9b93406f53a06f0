import { useTranslation } from 'react-i18next';
import type { SmartLine } from '#shared/goal-smart.ts';
import { Icon } from '../../ui/icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

/** Whether a goal is specific, measurable, achievable, relevant and time-bound. */
export function SmartList({ lines }: { readonly lines: readonly SmartLine[] }) {
  const { t } = useTranslation();
  return (
    <ul className="goal-smart">
      {lines.map(({ check, ok, text }) => (
        <li key={check}>
          <span className={ok === null ? 'muted' : ok ? 'good' : 'warn'}>
            <Icon name={ok === null ? 'info' : ok ? 'check' : 'warning'} size={14} />
            <VisuallyHidden>{t(`goals:smart.${ok === null ? 'unknown' : ok ? 'yes' : 'no'}`)}</VisuallyHidden>
          </span>
          <span>
            <b>{t(`goals:smart.${check}`)}</b> {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
