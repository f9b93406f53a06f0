export type Lab = readonly [lightness: number, a: number, b: number];
export const SIGHTS = ['usual', 'protan', 'deutan', 'tritan'] as const;
export type Sight = (typeof SIGHTS)[number];

type Rows = readonly (readonly [number, number, number])[];
/** Full severity, over linear light: Machado, Oliveira and Fernandes (2009). */
const SEEN: Readonly<Record<Sight, Rows>> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}; // prettier-ignore
/** Linear sRGB to XYZ over the white of D65. */
const XYZ: Rows = [[0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047], [0.2126729, 0.7151522, 0.072175], [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883]]; // prettier-ignore

const times = (rows: Rows, [x, y, z]: Lab): Lab => {
  const [a = 0, b = 0, c = 0] = rows.map(([p, q, r]) => p * x + q * y + r * z);
  return [a, b, c];
};

/** A colour '#rrggbb' as it is seen, in CIELAB. */
export function labOf(colour: string, sight: Sight): Lab {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [r, g, b] = times(SEEN[sight], [red, green, blue]);
  const within = (part: number): number => Math.min(1, Math.max(0, part));
  const bent = (part: number): number => (part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116);
  const [x, y, z] = times(XYZ, [within(r), within(g), within(b)]);
  return [116 * bent(y) - 16, 500 * (bent(x) - bent(y)), 200 * (bent(y) - bent(z))];
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** CIEDE2000, after Sharma, Wu and Dalal (2005). */
export function difference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const far = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const grey = 1.5 - far((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) / 2;
  const [p1, p2] = [a1 * grey, a2 * grey];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (a: number, b: number): number => ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
  const colourless = c1 * c2 === 0;
  const turn = colourless ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const middle = colourless ? h1 + h2 : h1 + turn / 2;
  const [lightness, chroma] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const cosine = (factor: number, shift: number): number => Math.cos(radians(factor * middle + shift));
  const t = 1 - 0.17 * cosine(1, -30) + 0.24 * cosine(2, 0) + 0.32 * cosine(3, 6) - 0.2 * cosine(4, -63);
  const inLightness = (l2 - l1) / (1 + (0.015 * (lightness - 50) ** 2) / Math.sqrt(20 + (lightness - 50) ** 2));
  const inChroma = (c2 - c1) / (1 + 0.045 * chroma);
  const inHue = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2))) / (1 + 0.015 * chroma * t);
  const angle = (middle + 360) % 360;
  const rotated = -2 * far(chroma) * Math.sin(radians(60 * Math.exp(-(((angle - 275) / 25) ** 2))));
  return Math.sqrt(inLightness ** 2 + inChroma ** 2 + inHue ** 2 + rotated * inChroma * inHue);
}
