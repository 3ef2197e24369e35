const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const FURTHEST = 65_557;

/** Where a zip's closing record stands, looking from the end; -1 where there is none with a directory right before it. */
export function zipEndIn(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - FURTHEST); at -= 1) {
    if (file.readUInt32LE(at) !== DIRECTORY_END) continue;
    const size = file.readUInt32LE(at + 12);
    const start = at - size;
    if (size >= 46 && start >= 0 && file.readUInt32LE(start) === DIRECTORY_ENTRY) return at;
  }
  return -1;
}
