export const MOST_LOGO_BYTES = 300_000;
export const LOGO_TYPES = ['image/png', 'image/jpeg'] as const;

export type LogoProblem = 'type' | 'size';

const STARTS = { 'image/png': [0x89, 0x50, 0x4e, 0x47], 'image/jpeg': [0xff, 0xd8, 0xff] } as const;

/** The type of a picture by its first bytes, whatever its name says; null for another file. */
export function logoType(bytes: Uint8Array): (typeof LOGO_TYPES)[number] | null {
  return LOGO_TYPES.find((type) => STARTS[type].every((byte, i) => bytes[i] === byte)) ?? null;
}

/** Why a file cannot be the logo; null where it can. */
export function logoProblem(bytes: Uint8Array): LogoProblem | null {
  if (logoType(bytes) === null) return 'type';
  return bytes.length > MOST_LOGO_BYTES ? 'size' : null;
}

const BLOCK = 0x8000;

/** The picture as an address that holds it; null for a file that is none. */
export function logoAddress(bytes: Uint8Array): string | null {
  const type = logoType(bytes);
  if (type === null) return null;
  let letters = '';
  for (let at = 0; at < bytes.length; at += BLOCK) letters += String.fromCharCode(...bytes.subarray(at, at + BLOCK));
  return `data:${type};base64,${btoa(letters)}`;
}

/** Contrast of a colour `#rrggbb` with white paper, as WCAG counts it: 1 for white, 21 for black. */
export function contrastOnPaper(colour: string): number {
  const part = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5) + 0.05);
}
