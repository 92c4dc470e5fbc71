// Pictures that move: PNG frames in, one APNG out. Of each frame only what is other than in the one before is kept, so a
// recording of a page costs little more than what moves in it. For scripts/record.mjs; understands what Chromium writes
// (8 bits a channel, RGB or RGBA, not interlaced), nothing else.
import zlib from 'node:zlib';

const kSignature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function chunksOf(file) {
  if (!file.subarray(0, 8).equals(kSignature)) throw new Error('not a PNG file');
  const chunks = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

// {width, height, data}: RGBA, row after row.
export function decode(file) {
  const chunks = chunksOf(file);
  const head = chunks.find((one) => one.type === 'IHDR').data;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const bytes = { 2: 3, 6: 4 }[head[9]];
  if (head[8] !== 8 || bytes === undefined || head[12] !== 0) throw new Error('a PNG of another kind');
  const raw = zlib.inflateSync(Buffer.concat(chunks.filter((one) => one.type === 'IDAT').map((one) => one.data)));
  const stride = width * bytes;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x >= bytes ? rows[y * stride + x - bytes] : 0;
      const up = y > 0 ? rows[(y - 1) * stride + x] : 0;
      const corner = x >= bytes && y > 0 ? rows[(y - 1) * stride + x - bytes] : 0;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) {
        const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
        guess = a <= b && a <= c ? left : b <= c ? up : corner;
      }
      rows[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  const data = Buffer.alloc(width * height * 4, 255);
  for (let i = 0; i < width * height; i++) rows.copy(data, i * 4, i * bytes, i * bytes + bytes);
  return { width, height, data };
}

const kCrc = Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = kCrc[(crc ^ byte) & 255] ^ (crc >>> 8);
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 8 + data.length);
  return out;
}
function numbers(...list) {
  const out = Buffer.alloc(list.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of list) at = out.writeUIntBE(value, at, bytes);
  return out;
}

// A rectangle of an RGBA picture, compressed: every row as it is or filtered by what is above it, whichever is smaller.
function packed(data, width, box) {
  const [plain, filtered] = [false, true].map((filter) => compressed(data, width, box, filter));
  return plain.length < filtered.length ? plain : filtered;
}
function compressed(data, width, box, filter) {
  const stride = box.w * 4;
  const rows = Buffer.alloc((stride + 1) * box.h);
  for (let y = 0; y < box.h; y++) {
    const filters = filter && y > 0;
    rows[y * (stride + 1)] = filters ? 2 : 0;
    for (let x = 0; x < stride; x++) {
      const at = ((box.y + y) * width + box.x) * 4 + x;
      rows[y * (stride + 1) + 1 + x] = data[at] - (filters ? data[at - width * 4] : 0);
    }
  }
  return zlib.deflateSync(rows, { level: 9 });
}

// What of `now` differs from `before`: the box around it and its pixels, transparent where nothing changed.
function difference(before, now, width, height) {
  const data = Buffer.alloc(now.length);
  const box = { x: width, y: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      if (now.readUInt32BE(at) === before.readUInt32BE(at)) continue;
      now.copy(data, at, at, at + 4);
      box.x = Math.min(box.x, x);
      box.y = Math.min(box.y, y);
      box.right = Math.max(box.right, x + 1);
      box.bottom = Math.max(box.bottom, y + 1);
    }
  }
  if (box.right === 0) return null;
  return { data, box: { x: box.x, y: box.y, w: box.right - box.x, h: box.bottom - box.y } };
}

// frames: [{png: Buffer, ms: how long it is shown}], all of one size.
export function apng(frames) {
  const kept = [];
  let before = null;
  for (const frame of frames) {
    const now = decode(frame.png);
    const all = { data: now.data, box: { x: 0, y: 0, w: now.width, h: now.height } };
    const part = before === null ? all : difference(before.data, now.data, now.width, now.height);
    if (part === null) kept.at(-1).ms += frame.ms;
    else kept.push({ ...part, ms: frame.ms });
    before = now;
  }
  const { width, height } = before;
  const out = [kSignature, chunk('IHDR', numbers([4, width], [4, height], [1, 8], [1, 6], [1, 0], [1, 0], [1, 0]))];
  out.push(chunk('acTL', numbers([4, kept.length], [4, 0])));
  let sequence = 0;
  kept.forEach(({ data, box, ms }, n) => {
    const place = [[4, box.w], [4, box.h], [4, box.x], [4, box.y]];
    // Not thrown away afterwards; drawn over what is there.
    out.push(chunk('fcTL', numbers([4, sequence++], ...place, [2, Math.round(ms)], [2, 1000], [1, 0], [1, n === 0 ? 0 : 1])));
    const picture = packed(data, width, box);
    out.push(n === 0 ? chunk('IDAT', picture) : chunk('fdAT', Buffer.concat([numbers([4, sequence++]), picture])));
  });
  out.push(chunk('IEND', Buffer.alloc(0)));
  return Buffer.concat(out);
}
