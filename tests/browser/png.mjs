// A transparent PNG with strokes of one colour, as a scanned signature or seal is cut out.
import zlib from 'node:zlib';

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(zlib.crc32(body), body.length + 4);
  return whole;
}

export function png(width, height, [red, green, blue], isInk) {
  const rows = Buffer.alloc((4 * width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (isInk(x, y)) rows.set([red, green, blue, 255], (4 * width + 1) * y + 1 + 4 * x);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), chunk('IHDR', head), chunk('IDAT', zlib.deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** A red ring with a star of five strokes. */
export const seal = () => png(300, 300, [205, 25, 35], (x, y) => {
  const [dx, dy] = [x - 149.5, y - 149.5];
  const far = Math.hypot(dx, dy);
  return (far <= 149.5 && far > 138) || (far < 50 && Math.abs(Math.sin(2.5 * Math.atan2(dy, dx))) < 0.25);
});

/** Blue waves that grow smaller. */
export const signature = () => png(360, 140, [25, 50, 150], (x, y) => Math.abs(y - 70 - (66 - x / 8) * Math.sin(x / (14 + x / 20))) < 4);
