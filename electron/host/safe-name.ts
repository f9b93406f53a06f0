import { AppError } from '#shared/errors.ts';

const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const forbidden = /[\u0000-\u001f\u007f\\/:*?"<>|\u202a-\u202e\u2066-\u2069]/;

/** A name that is one file name on every system, or `E_BAD_REQUEST`: no path, no reserved word, at most 120 characters. */
export function safeName(name: string): string {
  const text = name.normalize('NFC').trim();
  const bad =
    text === '' ||
    text.length > 120 ||
    forbidden.test(text) ||
    text.includes('..') ||
    text.startsWith('.') ||
    text.endsWith('.') ||
    reserved.test(text);
  if (bad) throw new AppError('E_BAD_REQUEST', 'This name cannot be a file name.', { problem: 'name' });
  return text;
}

/** The nearest safe name for a file that is to be saved: forbidden characters become hyphens. */
export function nearestSafeName(name: string): string {
  const text = name
    .replaceAll(new RegExp(forbidden, 'g'), '-')
    .replaceAll(/\.{2,}/g, '.')
    .trim()
    .replaceAll(/^\.+|\.+$/g, '')
    .slice(0, 120);
  return text === '' || reserved.test(text) ? `file-${text}` : text;
}
