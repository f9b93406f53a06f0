const PAGE = 4096;

/** Changes the bytes it is given, or gives fewer of them. */
export type Damage = (bytes: Buffer, random: () => number) => Buffer;

const place = (bytes: Buffer, random: () => number, size: number): number =>
  Math.floor((random() * bytes.length) / size) * size;

/** What a disk does to a file. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'one bit turned': (bytes, random) => {
    const at = place(bytes, random, 1);
    bytes.writeUInt8((bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8)), at);
    return bytes;
  },
  'a sector of zeros': (bytes, random) => {
    const at = place(bytes, random, 512);
    return bytes.fill(0, at, at + 512);
  },
  'a page of zeros': (bytes, random) => {
    const at = place(bytes, random, PAGE);
    return bytes.fill(0, at, at + PAGE);
  },
  'a page of noise': (bytes, random) => {
    const at = place(bytes, random, PAGE);
    for (let i = at; i < at + PAGE; i++) bytes[i] = Math.floor(random() * 256);
    return bytes;
  },
  'a cut': (bytes, random) => bytes.subarray(0, place(bytes, random, 1)),
};
