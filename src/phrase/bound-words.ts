import { saying, type Entry } from './entry.ts';

/** "trước X": X is already late (a reading of this house; no decree defines the word). */
const BEFORE = ['trước', 'before'];

/** X is still on time, until its end (Bộ luật Dân sự 2015, Art. 148(6), for the day's end). */
const BY = [
  'chậm|muộn|trễ nhất',
  'không quá',
  'không chậm|muộn|trễ hơn',
  'cho? đến|tới',
  'cho? đến hết',
  'hết',
  'trước khi hết',
  'trước khi kết thúc',
  'kết thúc',
  'thời? hạn',
  'đến hạn',
  'hạn chót|cuối',
  'by',
];

/** As in "trong năm 2019, trước ngày 15/10". */
const WITHIN = ['ngay? trong', 'trong vòng', 'trong thời hạn|gian', 'vào', 'lúc'];

const AT_LEAST = ['không sớm hơn', 'không trước', 'trở đi|lên'];

/** How a time bounds the duty. */
export const BOUND_WORDS: Entry[] = [
  ...BEFORE.map(saying({ kind: 'before' })),
  ...BY.map(saying({ kind: 'by', within: false })),
  ...WITHIN.map(saying({ kind: 'by', within: true })),
  ['kể? từ', () => ({ kind: 'from' })],
  ...AT_LEAST.map(saying({ kind: 'at-least' })),
  ['tối thiểu', () => [{ kind: 'topic' }, { kind: 'at-least' }]],
  ['ít nhất', () => [{ kind: 'topic' }, { kind: 'at-least' }]],
  ['sớm nhất', () => [{ kind: 'standing' }, { kind: 'at-least' }]],
];
