const TIME = /^(\d{1,2})(?:[:.]?(\d{2}))?$/;

/**
 * A time of day as somebody writes it, as `08:00`; null where it is none.
 * Example: '8', '8.30' and '0830' are '08:00', '08:30' and '08:30'; '24:00' is none.
 */
export function typedTime(text: string): string | null {
  const [, hour = '', minute = '00'] = TIME.exec(text.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
