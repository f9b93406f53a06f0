import type { TFunction } from 'i18next';
import type { Failure } from '#shared/errors.ts';

/**
 * The sentence of a failure's code in the language in force, of its problem where the details name one, with the details filled in;
 * the plain English message where it is missing.
 */
export function failureSentence(t: TFunction, { code, message, details }: Failure): string {
  const given = Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : value]),
  );
  return t(`errors:${code}`, { ...given, context: given['problem'], message, defaultValue: message });
}
