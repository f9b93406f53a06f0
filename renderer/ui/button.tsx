import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import './button.css';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` once on a screen, `link` inside text. */
  readonly look?: 'primary' | 'plain' | 'ghost' | 'link';
  readonly icon?: IconName;
}

export function Button({ look = 'plain', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={classNames('ui-button', `ui-button-${look}`, className)}>
      {icon !== undefined && <Icon name={icon} size={15} />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly icon: IconName;
  /** What it does, for screen readers and as its title. */
  readonly label: string;
}

export function IconButton({ icon, label, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} title={label} aria-label={label} className={classNames('ui-icon-button', className)}>
      <Icon name={icon} />
    </button>
  );
}
