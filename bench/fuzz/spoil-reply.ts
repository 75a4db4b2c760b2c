import type { Random } from './random.ts';

/** The reply of a mail server with one slip, or two: another code, more or fewer lines, odd bytes, no end, nothing at all. */
export function spoilReply(reply: Buffer, random: Random): Buffer {
  const once = random.pick(SLIPS)(reply, random);
  return random.oneIn(3) ? random.pick(SLIPS)(once, random) : once;
}

const CODES = [
  '000',
  '100',
  '199',
  '211',
  '250',
  '251',
  '299',
  '300',
  '354',
  '399',
  '400',
  '421',
  '450',
  '452',
  '499',
];
const BAD_CODES = [
  '500',
  '503',
  '530',
  '535',
  '550',
  '552',
  '554',
  '599',
  '600',
  '999',
  '25',
  '2',
  '2500',
  '-250',
  '٢٥٠',
  'OK',
];

const SLIPS: ((reply: Buffer, random: Random) => Buffer)[] = [
  (reply, random) => withCode(reply, random.pick(CODES)),
  (reply, random) => withCode(reply, random.pick(BAD_CODES)),
  (reply, random) => Buffer.concat([withCode(reply, random.pick([...CODES, ...BAD_CODES])), reply]),
  (reply, random) => Buffer.concat([reply, withCode(reply, random.pick([...CODES, ...BAD_CODES]))]),
  (reply, random) =>
    text(latin(reply).replace(' ', '-') + random.pick(['', latin(reply), '250-\r\n250 x\r\n'])),
  (reply, random) =>
    text(`${latin(reply).slice(0, 3)}-${'dong '.repeat(random.number(40_000))}\r\n`.repeat(3) + latin(reply)),
  (reply) => text(`${latin(reply).slice(0, 3)}-x\r\n`.repeat(2000) + latin(reply)),
  (reply) => text(latin(reply).replace('\r\n', '')),
  (reply) => text(latin(reply).replace('\r\n', '\n')),
  (reply) => text(latin(reply).replace('\r\n', '\r')),
  (reply) => text(latin(reply).slice(0, 3) + '\r\n'),
  (reply) => text(latin(reply).replace(' ', '\t')),
  (reply) => text(latin(reply).replace(' ', '')),
  (reply) => text(latin(reply).replace('OK', 'x'.repeat(200_000))),
  (reply, random) => at(reply, random, Buffer.from([random.pick([0, 7, 8, 10, 13, 27, 0x80, 0xff])])),
  (reply, random) => at(reply, random, Buffer.from('\u202e\u2028\u0085')),
  (reply, random) => at(reply, random, Buffer.from(Array.from({ length: 32 }, () => random.number(256)))),
  (reply, random) => reply.subarray(0, random.number(reply.length)),
  () => Buffer.alloc(0),
  () => text('\r\n'),
  () => text('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'),
];

function withCode(reply: Buffer, code: string): Buffer {
  return Buffer.from(reply.toString('utf8').replace(/^\d*/, code));
}

function latin(reply: Buffer): string {
  return reply.toString('latin1');
}

function text(words: string): Buffer {
  return Buffer.from(words, 'latin1');
}

function at(reply: Buffer, random: Random, more: Buffer): Buffer {
  const place = random.number(reply.length + 1);
  return Buffer.concat([reply.subarray(0, place), more, reply.subarray(place)]);
}
