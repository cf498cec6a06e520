// QR codes in the data of a paper: see worker.mjs.
import { crc32, deflateSync } from 'node:zlib';
import { encodeQR } from 'qr';

const border = 4;

/** The data with the paths of its QR codes in their place, and the pictures by path. */
export const drawn = (data) => {
  const pictures = new Map();
  // Within a string the quotes would be escaped.
  if (!data.includes('"qr":')) return { data, pictures };
  const draw = (_, value) => {
    if (![value?.qr, value?.form, value?.level].every((part) => typeof part === 'string')) return value;
    const path = `/codes/${pictures.size}.${value.form}`;
    pictures.set(path, value.form === 'png' ? png(value.qr, value.level) : Buffer.from(encodeQR(value.qr, 'svg', { ecc: value.level, border })));
    return path;
  };
  return { data: JSON.stringify(JSON.parse(data, draw)), pictures };
};

/** A bit for each square, which is set sooner than the colours of the library's own GIF. PNG, third edition: https://www.w3.org/TR/png-3/ */
const png = (text, ecc) => {
  const rows = encodeQR(text, 'raw', { ecc, border });
  const size = rows.length;
  // Each line is its filter, none, and a bit for each point, 1 for white.
  const wide = 1 + Math.ceil(size / 8);
  const lines = Buffer.alloc(size * wide);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!rows[y][x]) lines[y * wide + 1 + (x >> 3)] |= 128 >> (x & 7);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // A bit for each point, in greys.
  header[8] = 1;
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(lines, { level: 0 })), chunk('IEND', Buffer.alloc(0))]);
};

const chunk = (type, data) => {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length);
  bytes.write(type, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
};
