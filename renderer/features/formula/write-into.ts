/**
 * Puts text in place of a part of a field as if it had been typed, so that the field's own undo takes it back.
 * False where the browser does not let it: then the caller has to set the value.
 */
export function writeInto(field: HTMLTextAreaElement, from: number, to: number, text: string): boolean {
  field.focus();
  field.setSelectionRange(from, to);
  // The one way to write into a field that its undo knows of.
  return document.execCommand('insertText', false, text);
}
