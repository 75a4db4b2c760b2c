import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A channel keeps this many of its 8 bits: of a page of text nothing is seen to change, and the picture is a third as large. */
const KEPT_BITS = 5;
const SIGNATURE = 8;

/**
 * The same picture with at most 256 colours, the most frequent ones, in a palette.
 * @param png as Chromium writes it: 8 bits a channel, RGB or RGBA, not interlaced, opaque
 */
export function shrinkPng(png: Buffer): Buffer {
  const { header, data } = readChunks(png);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = header[9] === 6 ? 4 : 3;
  const pixels = unfilter(inflateSync(data), width * channels, channels);
  const palette = paletteOf(pixels, channels);
  const rows = Buffer.alloc(height * (width + 1));
  const known = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel++) {
    const color = pixels.readUIntBE(pixel * channels, 3);
    const index = known.get(color) ?? nearest(palette, color);
    known.set(color, index);
    rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = index;
  }
  const indexed = Buffer.from(header);
  indexed[9] = 3;
  return Buffer.concat([
    png.subarray(0, SIGNATURE),
    chunk('IHDR', indexed),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function readChunks(png: Buffer): { header: Buffer; data: Buffer } {
  const chunks: { type: string; body: Buffer }[] = [];
  for (let at = SIGNATURE; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      body: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  const of = (type: string) => chunks.filter((each) => each.type === type).map(({ body }) => body);
  return { header: Buffer.concat(of('IHDR')), data: Buffer.concat(of('IDAT')) };
}

/** Takes back what each line was foretold by: the bytes to its left, above it, or both. */
function unfilter(lines: Buffer, stride: number, channels: number): Buffer {
  const count = lines.length / (stride + 1);
  const pixels = Buffer.alloc(count * stride);
  for (let line = 0; line < count; line++) {
    const filter = lines[line * (stride + 1)];
    for (let at = 0; at < stride; at++) {
      const here = line * stride + at;
      const left = at < channels ? 0 : (pixels[here - channels] ?? 0);
      const above = line === 0 ? 0 : (pixels[here - stride] ?? 0);
      const corner = line === 0 || at < channels ? 0 : (pixels[here - stride - channels] ?? 0);
      const foretold = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
      pixels[here] = (lines[line * (stride + 1) + 1 + at] ?? 0) + foretold;
    }
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** The most frequent color of each of the most frequent 256 groups of colors that differ little. */
function paletteOf(pixels: Buffer, channels: number): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += channels) {
    const color = pixels.readUIntBE(at, 3);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const groups = new Map<number, { color: number; count: number }>();
  for (const [color, count] of [...counts].sort(([, a], [, b]) => b - a)) {
    const group = channelsOf(color).reduce((all, part) => (all << KEPT_BITS) | (part >> (8 - KEPT_BITS)), 0);
    groups.set(group, {
      color: groups.get(group)?.color ?? color,
      count: (groups.get(group)?.count ?? 0) + count,
    });
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, 256)
    .map(({ color }) => color);
}

function nearest(palette: readonly number[], color: number): number {
  const [red, green, blue] = channelsOf(color);
  let [best, least] = [0, Infinity];
  for (const [index, known] of palette.entries()) {
    const [r, g, b] = channelsOf(known);
    const far = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (far < least) [best, least] = [index, far];
  }
  return best;
}

function channelsOf(color: number): [number, number, number] {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
