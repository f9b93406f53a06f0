/** WCAG 2.2: contrast of text with its ground. */
const LEAST_CONTRAST = 4.5;
const STEP = 0.95;

/** A colour of headings on white paper, darkened as far as it has to be to be read. Example: '#1f5fbf' stays, '#ffd200' becomes a dark ochre. */
export function headingColour(wanted: string): string {
  let channels = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
  while (contrastOnWhite(channels) < LEAST_CONTRAST) channels = channels.map((channel) => Math.floor(channel * STEP));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** (1 + 0.05) / (L + 0.05), L being the relative luminance of sRGB channels 0 to 255. Source: WCAG 2.2, contrast ratio. */
export function contrastOnWhite(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
