import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './chip.css';

interface ChipProps extends Omit<ComponentPropsWithRef<'button'>, 'value'> {
  /** What the chip sets, in grey: "Period". */
  readonly label?: string;
  readonly value: ReactNode;
}

/** A filter or choice in the page's header: quiet label, plain value. Opens a menu, list or popover. */
export function Chip({ label, value, className, type = 'button', ...rest }: ChipProps) {
  return (
    <button {...rest} type={type} className={classNames('ui-chip', className)}>
      {label !== undefined && <span className="ui-chip-label">{label}</span>}
      <span className="ui-chip-value">{value}</span>
    </button>
  );
}
