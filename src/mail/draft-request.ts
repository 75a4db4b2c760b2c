import { AlignmentType, type Paragraph, type Table } from 'docx';
import { shortDate, twoDigits } from '../calendar/wording.ts';
import { body, centred, columns, line, millimetres } from './draft-layout.ts';
import type { DraftLetterView } from './draft-letter-view.ts';

/** A longer list of recipients would push the letter itself off the page; then the appendix names them. */
const MOST_RECIPIENTS = 10;

/** To whom, what the system has not heard of, and what is asked, ending in `./.`. */
export function request(view: DraftLetterView): Paragraph[] {
  const { sender, authority, plans, day, items } = view;
  const units = unitsOf(view);
  const several = units.length > 1;
  const lastDay = shortDate(view.reportBy);
  const owners = several ? ` của ${twoDigits(units.length)} cơ quan, đơn vị` : '';
  const report = authority === null ? 'để tổng hợp' : `để tổng hợp, báo cáo ${authority}`;
  return [
    ...recipients(units),
    body(
      `Thực hiện ${plans.map(({ name }) => name).join('; ')}; qua theo dõi, tính đến ngày ${shortDate(day)}, ` +
        `Hệ thống theo dõi, nhắc hạn nhiệm vụ chưa ghi nhận kết quả của ${twoDigits(items.length)} nhiệm vụ đã quá thời hạn${owners} (Phụ lục kèm theo).`,
    ),
    body(
      `Để bảo đảm tiến độ, ${sender.name} đề nghị ${several ? 'thủ trưởng các cơ quan, đơn vị' : units.join()} ` +
        'quan tâm thực hiện các nội dung sau:',
    ),
    body(
      `1. Khẩn trương hoàn thành ${items.length > 1 ? 'các nhiệm vụ' : 'nhiệm vụ'} nêu tại Phụ lục, ` +
        `gửi kết quả về ${sender.name} chậm nhất ngày ${lastDay}.`,
    ),
    body(
      `2. Trường hợp đã hoàn thành, thông báo số, ngày của văn bản kết quả để ${sender.name} ghi nhận vào hệ thống.`,
    ),
    body(
      `3. Trường hợp chưa thể hoàn thành, có văn bản nêu rõ nguyên nhân và đề xuất thời hạn mới, ` +
        `gửi ${sender.name} chậm nhất ngày ${lastDay} ${report}./.`,
    ),
  ];
}

/** Who else receives it, and the place to sign; no name. */
export function ending(view: DraftLetterView): Table {
  const { authority, sender } = view;
  const copies = ['Như trên;', ...(authority === null ? [] : [`${authority} (để b/c);`]), 'Lưu: VT.'];
  return columns(
    [80, 80],
    [
      [
        line('Nơi nhận:', { size: 12, bold: true, italics: true }),
        ...copies.map((copy) => line(`- ${copy}`, { size: 11 })),
      ],
      [
        ...sender.signer.map((title) => centred(title.toLocaleUpperCase('vi'), { size: 14, bold: true })),
        ...Array.from({ length: 5 }, () => centred('', { size: 14 })),
      ],
    ],
  );
}

function recipients(units: string[]): Paragraph[] {
  const [only, ...others] = units;
  if (others.length === 0) return [to(`Kính gửi: ${only}.`)];
  if (units.length > MOST_RECIPIENTS) return [to('Kính gửi: Các cơ quan, đơn vị có tên trong Phụ lục.')];
  return [
    line('Kính gửi:', { size: 14, before: 14 }, { indent: { left: millimetres(38) } }),
    ...units.map((unit, index) =>
      line(
        `- ${unit}${index < others.length ? ';' : '.'}`,
        { size: 14, before: 2, after: index < others.length ? 0 : 8 },
        { indent: { left: millimetres(58) } },
      ),
    ),
  ];
}

function to(text: string): Paragraph {
  return line(text, { size: 14, before: 14, after: 8 }, { alignment: AlignmentType.CENTER });
}

function unitsOf({ items }: DraftLetterView): string[] {
  return [...new Set(items.map(({ unit }) => unit))];
}
