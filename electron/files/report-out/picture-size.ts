const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const SQUARE = { w: 1, h: 1 } as const;

/** Width and height of a PNG or JPEG in a data address, in dots; a square where it does not say. */
export function pictureSize(address: string): { readonly w: number; readonly h: number } {
  const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  if (bytes.length >= 24 && bytes.subarray(0, 8).equals(PNG))
    return sized(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  // A JPEG is segments; those that start a frame say how large it is.
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const kind = bytes[at + 1] ?? 0;
    const isFrame = kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;
    if (isFrame) return sized(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
  }
  return SQUARE;
}

const sized = (w: number, h: number): { readonly w: number; readonly h: number } =>
  w > 0 && h > 0 ? { w, h } : SQUARE;
