import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Icon } from './icon.tsx';
import './checkbox.css';

interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A tick before something that names itself: the label is for those who do not see it. */
export function Checkbox({ label, checked, disabled = false, onChange }: CheckboxProps) {
  return (
    <Base.Root
      className="ui-checkbox"
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onCheckedChange={(next) => onChange(next)}
    >
      <Base.Indicator className="ui-checkbox-mark">
        <Icon name="check" size={12} />
      </Base.Indicator>
    </Base.Root>
  );
}
