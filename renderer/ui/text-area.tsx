import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './select.css';
import './text-field.css';
import './text-area.css';

export interface TextAreaProps extends Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | null;
}

/** Several lines, each with its own meaning: figures of equal width, no spelling help. */
export function TextArea(props: TextAreaProps) {
  const { label, value, onChange, hint, error = null, className, id: given, ...rest } = props;
  const own = useId();
  const id = given ?? own;
  const note = error ?? hint;
  const isNoted = note !== undefined && note !== null;
  return (
    <span className={classNames('ui-field', className)}>
      <label className="ui-field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        {...rest}
        id={id}
        className="ui-input ui-text-area"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== null}
        aria-describedby={isNoted ? `${id}-note` : undefined}
      />
      {isNoted && (
        <span id={`${id}-note`} className={classNames('ui-field-note', error !== null && 'bad')}>
          {note}
        </span>
      )}
    </span>
  );
}
