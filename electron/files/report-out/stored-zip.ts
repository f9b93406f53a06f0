const ENTRY = 0x02014b50;
const END = 0x06054b50;
const LOCAL_FIXED = 30;

/** The parts of a zip in memory that was made without packing, in their order, folders left out. */
export function* storedParts(zip: Buffer): Generator<readonly [name: string, content: Buffer]> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('no zip');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY || zip.readUInt16LE(at + 10) !== 0) throw new Error('not a stored part');
    const size = zip.readUInt32LE(at + 24);
    const [named, extra, remark] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + named);
    const start = local + LOCAL_FIXED + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    if (!name.endsWith('/')) yield [name, zip.subarray(start, start + size)];
    at += 46 + named + extra + remark;
  }
}
