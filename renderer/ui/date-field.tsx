import { TextField, type TextFieldProps } from './text-field.tsx';

type DateFieldProps = Omit<TextFieldProps, 'type' | 'inputMode' | 'placeholder'>;

/** An ISO date. The browser's own control: typed or picked, in the reader's language. */
export function DateField(props: DateFieldProps) {
  return <TextField {...props} type="date" />;
}
