import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeDraftLetter } from '../../src/mail/draft-letter.ts';
import type { DraftItem, DraftLetterView } from '../../src/mail/draft-letter-view.ts';
import { printedPages } from '../support/office.ts';
import { serverMissing } from '../support/servers.ts';

const PLAN = 'Kế hoạch số 995/KH-UBND';

const ITEM: DraftItem = {
  unit: 'Sở Tư pháp',
  title: 'Báo cáo năm về tình hình theo dõi thi hành pháp luật',
  ground: 'gạch đầu dòng thứ 3, điểm b, mục 2.1, phần II (II.2.1.b/3)',
  due: '2019-10-14',
  extendedFrom: null,
  daysLate: 5,
};

const VIEW: DraftLetterView = {
  day: '2019-10-21',
  sender: {
    name: 'Sở Nội vụ',
    parent: 'Ủy ban nhân dân tỉnh Kon Tum',
    symbol: 'SNV',
    signer: ['Giám đốc'],
  },
  place: 'Kon Tum',
  authority: 'Ủy ban nhân dân tỉnh',
  plans: [{ number: PLAN, name: `${PLAN} ngày 17/6/2019 của Ủy ban nhân dân tỉnh về cải thiện Chỉ số PAPI` }],
  reportBy: '2019-10-28',
  items: [ITEM, { ...ITEM, unit: 'Thanh tra tỉnh', due: '2019-10-15', daysLate: 4 }],
};

afterEach(() => void vi.useRealTimers());

describe('the draft letter', () => {
  it('has the head of an official letter, its number and day left blank', async () => {
    const words = await wordsOf(VIEW);
    expect(words.slice(0, 6)).toEqual([
      'UBND TỈNH KON TUM',
      'SỞ NỘI VỤ',
      'Số: /SNV-…',
      'V/v đôn đốc thực hiện nhiệm vụ tại Kế hoạch số 995/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ]);
    expect(words[6]).toBe('Kon Tum, ngày tháng 10 năm 2019');
  });

  it('says what the system has not heard of, asks by number, and ends as official letters do', async () => {
    const words = await wordsOf(VIEW);
    const from = words.indexOf('Kính gửi:');
    expect(words.slice(from, words.indexOf('Nơi nhận:'))).toEqual([
      'Kính gửi:',
      '- Sở Tư pháp;',
      '- Thanh tra tỉnh.',
      'Thực hiện Kế hoạch số 995/KH-UBND ngày 17/6/2019 của Ủy ban nhân dân tỉnh về cải thiện Chỉ số PAPI; qua theo dõi, tính đến ngày 21/10/2019, Hệ thống theo dõi, nhắc hạn nhiệm vụ chưa ghi nhận kết quả của 02 nhiệm vụ đã quá thời hạn của 02 cơ quan, đơn vị (Phụ lục kèm theo).',
      'Để bảo đảm tiến độ, Sở Nội vụ đề nghị thủ trưởng các cơ quan, đơn vị quan tâm thực hiện các nội dung sau:',
      '1. Khẩn trương hoàn thành các nhiệm vụ nêu tại Phụ lục, gửi kết quả về Sở Nội vụ chậm nhất ngày 28/10/2019.',
      '2. Trường hợp đã hoàn thành, thông báo số, ngày của văn bản kết quả để Sở Nội vụ ghi nhận vào hệ thống.',
      '3. Trường hợp chưa thể hoàn thành, có văn bản nêu rõ nguyên nhân và đề xuất thời hạn mới, gửi Sở Nội vụ chậm nhất ngày 28/10/2019 để tổng hợp, báo cáo Ủy ban nhân dân tỉnh./.',
    ]);
  });

  it('leaves the place to sign empty under the title in capitals, and names who else receives it', async () => {
    const words = await wordsOf(VIEW);
    const from = words.indexOf('Nơi nhận:');
    expect(words.slice(from, words.indexOf('Phụ lục'))).toEqual([
      'Nơi nhận:',
      '- Như trên;',
      '- Ủy ban nhân dân tỉnh (để b/c);',
      '- Lưu: VT.',
      'GIÁM ĐỐC',
    ]);
  });

  it('lists the duties in an appendix, with the day an extension moved', async () => {
    const [late, extended] = VIEW.items;
    const items = [late, { ...extended, extendedFrom: '2019-09-30' }] as DraftItem[];
    const words = await wordsOf({ ...VIEW, items });
    expect(words.slice(words.indexOf('Phụ lục'))).toEqual([
      'Phụ lục',
      'DANH MỤC NHIỆM VỤ QUÁ THỜI HẠN, HỆ THỐNG CHƯA GHI NHẬN KẾT QUẢ',
      '(Kèm theo Công văn số /SNV-… ngày tháng 10 năm 2019 của Sở Nội vụ)',
      ...['TT', 'Nhiệm vụ', 'Cơ quan, đơn vị chủ trì', 'Căn cứ', 'Thời hạn', 'Số ngày làm việc quá hạn'],
      ...['01', ITEM.title, 'Sở Tư pháp', ITEM.ground, '14/10/2019', '05'],
      ...[
        '02',
        ITEM.title,
        'Thanh tra tỉnh',
        ITEM.ground,
        '15/10/2019 (đã gia hạn từ ngày 30/09/2019)',
        '04',
      ],
    ]);
  });

  it('to one unit names it in the greeting and in the request', async () => {
    const words = await wordsOf({ ...VIEW, items: [ITEM] });
    expect(words).toContain('Kính gửi: Sở Tư pháp.');
    expect(words.join('\n')).toContain('Sở Nội vụ đề nghị Sở Tư pháp quan tâm');
    expect(words.join('\n')).toContain('01 nhiệm vụ đã quá thời hạn (Phụ lục kèm theo).');
  });

  it('leaves a long list of recipients to the appendix', async () => {
    const units = Array.from({ length: 11 }, (_, index) => ({ ...ITEM, unit: `Phường số ${index + 1}` }));
    const ten = await wordsOf({ ...VIEW, items: units.slice(1) });
    expect(ten).toContain('- Phường số 11.');
    const eleven = await wordsOf({ ...VIEW, items: units });
    expect(eleven).toContain('Kính gửi: Các cơ quan, đơn vị có tên trong Phụ lục.');
  });

  it('says dots for what the schedule does not know, and reports to nobody when it is itself at the top', async () => {
    const words = await wordsOf({
      ...VIEW,
      sender: { ...VIEW.sender, parent: null, symbol: null },
      place: null,
      authority: null,
      plans: [{ number: null, name: 'Kế hoạch cải cách hành chính của Ủy ban nhân dân tỉnh' }],
    });
    expect(words.slice(0, 3)).toEqual([
      'SỞ NỘI VỤ',
      'Số: /…-…',
      'V/v đôn đốc thực hiện các nhiệm vụ quá hạn',
    ]);
    expect(words).toContain('…, ngày tháng 10 năm 2019');
    expect(words.join('\n')).toContain('chậm nhất ngày 28/10/2019 để tổng hợp./.');
    expect(words.join('\n')).not.toContain('b/c');
  });

  it('is marked as a draft on every page', async () => {
    const parts = partsOf(await writeDraftLetter(VIEW));
    const headers = Object.keys(parts).filter((name) => /^word\/header\d+\.xml$/.test(name));
    expect(headers).toHaveLength(4);
    for (const name of headers) expect(paragraphs(parts[name] ?? '').join('\n')).toContain('DỰ THẢO');
  });

  it('escapes what the schedule says, and is NFC', async () => {
    const hostile = '<w:p>&"\'</w:p> ]]> Đăk';
    const words = await wordsOf({ ...VIEW, items: [{ ...ITEM, title: hostile }] });
    expect(words).toContain(hostile);
    expect(words.join()).toBe(words.join().normalize('NFC'));
  });
});

describe('the bytes of the draft letter', () => {
  it('follow from the view alone, whenever it is written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T08:00:00Z') });
    const first = await writeDraftLetter(VIEW);
    vi.setSystemTime(new Date('2031-02-03T04:05:06Z'));
    expect((await writeDraftLetter(VIEW)).equals(first)).toBe(true);
    expect((await writeDraftLetter({ ...VIEW, place: 'Đà Nẵng' })).equals(first)).toBe(false);
  });

  it('say that it was made on its own day, by no person', async () => {
    const properties = partsOf(await writeDraftLetter(VIEW))['docProps/core.xml'] ?? '';
    expect(properties.match(/2\d{3}-\d\d-\d\dT[^<]*/g)).toEqual(Array(2).fill('2019-10-21T00:00:00Z'));
    expect(properties.match(/(?<=<(dc:creator|cp:lastModifiedBy)>)[^<]+/g)).toEqual(
      Array(2).fill('Hệ thống theo dõi, nhắc hạn nhiệm vụ'),
    );
  });
});

describe.skipIf(serverMissing('soffice') || serverMissing('pdftotext'))('LibreOffice', () => {
  const printed: string[][] = [];
  beforeAll(async () => {
    const long = { ...VIEW, items: Array.from({ length: 40 }, () => ITEM) };
    printed.push(...(await printedPages([await writeDraftLetter(VIEW), await writeDraftLetter(long)])));
  }, 120_000);

  it('prints the letter on one page and its appendix on another', () => {
    const [letter = '', list = '', ...more] = printed[0]?.map((page) => page.replace(/\s+/g, ' ')) ?? [];
    expect(more).toEqual([]);
    expect(letter).toMatch(/^ ?DỰ THẢO/);
    expect(letter).toContain('UBND TỈNH KON TUM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(letter).toContain('SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc');
    expect(letter).toContain('Số: /SNV-… Kon Tum, ngày tháng 10 năm 2019');
    expect(letter).toContain('báo cáo Ủy ban nhân dân tỉnh./. Nơi nhận: GIÁM ĐỐC');
    expect(list).toContain('Thanh tra tỉnh');
  });

  it('repeats the head of a long table and numbers its pages anew', () => {
    const [, ...lists] = printed[1] ?? [];
    expect(lists.length).toBeGreaterThan(2);
    for (const list of lists) expect(list).toContain('Nhiệm vụ');
    expect(lists[1]?.trim()).toMatch(/^2 +DỰ THẢO/);
    expect(lists.at(-1)).toMatch(/^ *40 /m);
  });
});

/** The letter's paragraphs that say something, in order, blanks as one. */
async function wordsOf(view: DraftLetterView): Promise<string[]> {
  return paragraphs(partsOf(await writeDraftLetter(view))['word/document.xml'] ?? '');
}

function partsOf(docx: Buffer): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function paragraphs(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .map((text) => unescaped(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

function unescaped(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] ?? '');
}
