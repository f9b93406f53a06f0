import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { ReactNode } from 'react';
import './radio-choice.css';

export interface RadioOption {
  readonly value: string;
  readonly content: ReactNode;
  /** At the right, with controls of its own. */
  readonly aside?: ReactNode;
}

interface RadioChoiceProps {
  /** Id of the element that names the choice. */
  readonly labelledBy: string;
  readonly options: readonly RadioOption[];
  /** Null while nothing is chosen. */
  readonly value: string | null;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of a few, all in sight. */
export function RadioChoice({ labelledBy, options, value, disabled = false, onChange }: RadioChoiceProps) {
  return (
    <RadioGroup<string>
      className="ui-radios"
      aria-labelledby={labelledBy}
      disabled={disabled}
      value={value ?? ''}
      onValueChange={(next) => onChange(next)}
    >
      {options.map((option) => (
        <div key={option.value} className="ui-radio-line">
          <label className="ui-radio-option">
            <Radio.Root value={option.value} className="ui-radio">
              <Radio.Indicator className="ui-radio-dot" />
            </Radio.Root>
            <span>{option.content}</span>
          </label>
          {option.aside}
        </div>
      ))}
    </RadioGroup>
  );
}
