import { useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';

interface CountFieldProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number from 1 up; what is typed counts as soon as it is one. */
export function CountField({ label, value, most, onChange }: CountFieldProps) {
  const [text, setText] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      type="number"
      inputMode="numeric"
      min={1}
      max={most}
      value={text ?? String(value)}
      onChange={(next) => {
        setText(next);
        const number = Number(next);
        if (Number.isInteger(number) && number >= 1 && number <= most) onChange(number);
      }}
      onBlur={() => setText(null)}
    />
  );
}
