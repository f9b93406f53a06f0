import { useState } from 'react';
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx';

/** A line of text that is taken as it is written. What is no value yet, such as nothing at all, stays in the field while it has focus. */
export function WrittenField({ value, onChange, ...rest }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      {...rest}
      value={typed ?? value}
      onFocus={() => setTyped(value)}
      onBlur={() => setTyped(null)}
      onChange={(text) => {
        setTyped(text);
        onChange(text);
      }}
    />
  );
}
