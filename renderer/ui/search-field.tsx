import { Icon } from './icon.tsx';
import './search-field.css';

interface SearchFieldProps {
  /** What it searches: the name for screen readers, in grey while it is empty. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <span className="ui-search">
      <Icon name="search" size={14} />
      <input
        type="search"
        placeholder={label}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
