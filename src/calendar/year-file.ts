import { z } from 'zod';
import { isIsoDate, yearOf } from './dates.ts';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR } from './lunar-days.ts';

/**
 * Why a day is off: `le` statutory holiday, `bu` made up for a holiday on a weekend, `lien_ke` the day next to
 * National Day (Labour Code 2019, Art. 112), `hoan_doi` swapped with a worked weekend day, `dia_phuong` local.
 */
const DAY_OFF_KINDS = ['le', 'bu', 'lien_ke', 'hoan_doi', 'dia_phuong'] as const;

const words = z.string().trim().min(1).max(600);
const date = z.string().refine(isIsoDate, 'ngày phải có thật và viết dạng năm-tháng-ngày, ví dụ 2019-06-30');
const scope = z
  .array(z.string().min(1))
  .optional()
  .describe('Mã các cơ quan mà ngày này áp dụng; bỏ trống là áp dụng cho tất cả');

const sourceSchema = z.strictObject({
  ref: words.describe('Văn bản làm căn cứ; ví dụ Thông báo 6150/TB-BLĐTBXH'),
  date: date.optional().describe('Ngày của văn bản'),
});

const dayOffSchema = z.strictObject({
  date: date.describe('Ngày nghỉ, từ thứ Hai đến thứ Sáu'),
  kind: z
    .enum(DAY_OFF_KINDS)
    .describe(
      'le (ngày lễ, tết), bu (nghỉ bù), lien_ke (liền kề Quốc khánh), hoan_doi (hoán đổi), dia_phuong (địa phương)',
    ),
  name: words.describe('Tên ngày nghỉ như trong thư, trong bảng'),
  pairedWith: date.optional().describe('hoan_doi: ngày đi làm bù; bu: ngày lễ được nghỉ bù'),
  scope,
});

const workedDaySchema = z.strictObject({
  date: date.describe('Thứ Bảy hoặc Chủ nhật phải đi làm'),
  pairedWith: date.describe('Ngày nghỉ hoán đổi tương ứng'),
  name: words.describe('Lý do đi làm; ví dụ Đi làm bù cho ngày 29/04/2019'),
  scope,
});

/**
 * One year of the civil service's calendar, as a file under `schedules/calendar/` says it.
 * Only Monday-Friday days off need a line. Tết's five days are all `le`: the Prime Minister fixes them as one block.
 */
export const yearFileSchema = z
  .strictObject({
    year: z.int().min(FIRST_LUNAR_YEAR).max(LAST_LUNAR_YEAR).describe('Năm dương lịch'),
    status: z
      .enum(['official', 'provisional'])
      .describe('official: theo thông báo chính thức; provisional: tạm tính'),
    version: z.int().min(1).describe('Lần sửa thứ mấy; tăng thêm 1 mỗi khi sửa tệp'),
    enteredBy: words.optional().describe('Người nhập'),
    enteredAt: date.optional().describe('Ngày nhập'),
    sources: z.array(sourceSchema).min(1).describe('Căn cứ'),
    off: z.array(dayOffSchema).describe('Các ngày nghỉ từ thứ Hai đến thứ Sáu'),
    work: z.array(workedDaySchema).default([]).describe('Các ngày thứ Bảy, Chủ nhật đi làm bù'),
  })
  .superRefine((file, context) => {
    for (const list of ['off', 'work'] as const) {
      for (const [index, entry] of file[list].entries()) {
        if (yearOf(entry.date) === file.year) continue;
        const message = `ngày ${entry.date} không thuộc năm ${file.year} của tệp này`;
        context.addIssue({ code: 'custom', path: [list, index, 'date'], message });
      }
    }
  });

export type VnYear = z.infer<typeof yearFileSchema>;
export type DayOff = VnYear['off'][number];
export type WorkedDay = VnYear['work'][number];
