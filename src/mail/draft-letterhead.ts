import { AlignmentType, Header, Paragraph, PageNumber, TabStopType, TextRun, type Table } from 'docx';
import { monthOfYear, shortDate } from '../calendar/wording.ts';
import { centred, columns, halfPoints, line, millimetres, rule, run } from './draft-layout.ts';
import type { DraftLetterView } from './draft-letter-view.ts';

/** Left and right column, in millimetres: the width of the text. */
const WIDTHS: [number, number] = [64, 96];

/** A blank that Word does not shrink, for what is written in by hand. */
const BLANK = '\u00a0'.repeat(6);

/** The head of an official letter: who sends it under whom, the nation's name and motto, number, matter, place and date. */
export function letterhead(view: DraftLetterView): Table {
  const { sender, place } = view;
  const parent = sender.parent === null ? [] : [centred(capitals(sender.parent), { size: 12 })];
  const name = capitals(sender.name);
  return columns(WIDTHS, [
    [
      ...parent,
      centred(name, { size: 12, bold: true }),
      rule(WIDTHS[0], ruleUnder(name)),
      centred(`Số: ${letterNumber(view)}`, { size: 13, before: 9 }),
      centred(`V/v ${matter(view)}`, { size: 12, before: 6 }),
    ],
    [
      centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true }),
      centred('Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true }),
      rule(WIDTHS[1], 55),
      centred(`${place ?? '…'}, ${blankDay(view)}`, { size: 13, italics: true, before: 8 }),
    ],
  ]);
}

/** The letter's number, blank until it is issued: `      /SNV-…`. */
export function letterNumber({ sender }: DraftLetterView): string {
  return `${BLANK}/${sender.symbol ?? '…'}-…`;
}

/** The day it will be issued, blank: `ngày      tháng 10 năm 2019`. */
export function blankDay({ day }: DraftLetterView): string {
  return `ngày${BLANK}${monthOfYear(day)}`;
}

/** On the first page of each part: that this is a draft, and what is left to do. */
export function draftMark({ day }: DraftLetterView): Header {
  return new Header({
    children: [
      line('DỰ THẢO', { size: 13, bold: true }, { alignment: AlignmentType.RIGHT }),
      line(
        `Hệ thống lập ngày ${shortDate(day)}. Đề nghị kiểm tra, ghi số, ngày, ký; xóa dòng này khi phát hành.`,
        { size: 10, italics: true },
        { alignment: AlignmentType.RIGHT },
      ),
    ],
  });
}

/** On the pages after it: the number in the middle, and the mark. `width` of the text in millimetres. */
export function laterPages(width: number): Header {
  return new Header({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: millimetres(width / 2) },
          { type: TabStopType.RIGHT, position: millimetres(width) },
        ],
        children: [
          new TextRun({ children: ['\t', PageNumber.CURRENT], size: halfPoints(13) }),
          run('\tDỰ THẢO', { size: halfPoints(13), bold: true }),
        ],
      }),
    ],
  });
}

function matter({ plans }: DraftLetterView): string {
  const [plan, another] = plans;
  if (plan?.number == null || another !== undefined) return 'đôn đốc thực hiện các nhiệm vụ quá hạn';
  return `đôn đốc thực hiện nhiệm vụ tại ${plan.number}`;
}

/** Letterheads shorten a people's committee's name. */
function capitals(name: string): string {
  return name.replace(/^Ủy ban nhân dân/, 'UBND').toLocaleUpperCase('vi');
}

/** Between a third and a half of the name over it (Nghị định 30/2020/NĐ-CP, phụ lục I); a bold capital of 12 points is about 2.9 mm wide. */
function ruleUnder(name: string): number {
  return Math.min(Math.max(name.length * 2.9 * 0.45, 10), 25);
}
