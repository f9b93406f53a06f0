import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import './select.css';
import './text-field.css';

export interface TextFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange'> {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | null;
}

export function TextField(props: TextFieldProps) {
  const { label, hideLabel = false, value, onChange, hint, error = null, className, ...rest } = props;
  const id = useId();
  const note = error ?? hint;
  return (
    <span className={classNames('ui-field', className)}>
      <label className="ui-field-label" htmlFor={id}>
        {hideLabel ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </label>
      <input
        {...rest}
        id={id}
        className="ui-input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== null}
        aria-describedby={note === undefined || note === null ? undefined : `${id}-note`}
      />
      {note !== undefined && note !== null && (
        <span id={`${id}-note`} className={classNames('ui-field-note', error !== null && 'bad')}>
          {note}
        </span>
      )}
    </span>
  );
}
