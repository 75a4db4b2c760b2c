import type { DigestKind } from '../plan/model.ts';
import type { DigestItem, LetterView, SectionView } from './letter-view.ts';

/** Made-up digests that go through every branch of their templates. */
export function sampleDigests(): { name: string; view: LetterView }[] {
  const few = [part('Quá hạn, hệ thống chưa ghi nhận kết quả', 'quá hạn', [item()])];
  const many = [
    part('Đang chờ quyết định, xác nhận', 'chờ quyết định', [waiting(), item()]),
    part('Đến hạn trong 10 ngày làm việc tới', 'sắp đến hạn', Array.from({ length: 12 }, item)),
  ];
  const lines = {
    heading: 'Ngày thứ Hai, 14/10/2019: 12 điều phải nhắc; đã nhắc 11, không nhắc 01 (có lý do), sót 00.',
    summary: '',
    count: null,
    items: [],
    lines: ['Không nhắc (01):', 'Cơ quan đã báo nhận; bỏ bậc T-3.'],
    link: null,
  };
  return [
    { name: 'weekly, few', view: digest('weekly', few) },
    { name: 'weekly, many', view: digest('weekly', many) },
    { name: 'monthly, few', view: digest('monthly', few) },
    { name: 'monthly, many', view: digest('monthly', many) },
    { name: 'daily', view: digest('daily', [lines]) },
    { name: 'admin, few', view: alarm([ill(false)]) },
    { name: 'admin, many', view: alarm([ill(true), ill(false), over()]) },
  ];
}

function digest(kind: DigestKind, sections: SectionView[]): LetterView {
  return {
    kind,
    greeting: 'Sở Nội vụ',
    role: kind === 'monthly' ? 'authority' : 'followUp',
    requested: false,
    items: [],
    draft: null,
    sections,
    summary: '01 nhiệm vụ quá hạn, 03 nhiệm vụ sắp đến hạn',
    period: 'tuần từ 14/10/2019 đến 20/10/2019',
    count: '04',
    today: 'thứ Hai, 14/10/2019',
    contact: { name: 'Sở Nội vụ', mailbox: 'so-noi-vu@kontum.example' },
  };
}

function part(heading: string, summary: string, items: DigestItem[]): SectionView {
  return { heading, summary, count: String(items.length).padStart(2, '0'), items, lines: [], link: null };
}

function item(): DigestItem {
  return {
    title: 'Báo cáo năm về tình hình theo dõi thi hành pháp luật',
    lead: 'Sở Tư pháp',
    due: 'thứ Hai, 14/10/2019',
    words: 'quá hạn 02 ngày làm việc',
    said: null,
    link: null,
  };
}

function waiting(): DigestItem {
  return {
    ...item(),
    said: 'Cơ quan đề nghị gia hạn từ 14/10/2019 đến thứ Sáu, 25/10/2019: chờ số liệu của cấp huyện',
    link: 'https://dondoc.example/quyet-dinh/duong-dan',
  };
}

function alarm(sections: SectionView[]): LetterView {
  return {
    ...digest('admin', sections),
    greeting: 'người quản trị hệ thống',
    summary: '02 điều cần xử lý',
    period: 'ngày 15/10/2019',
    count: '02',
  };
}

/** Made-up ills; `withItems`: with things that have names, readers and pages of their own. */
function ill(withItems: boolean): SectionView {
  const link = 'https://dondoc.example/quan-ly/he-thong';
  return {
    heading: 'Ngày thứ Hai, 14/10/2019, kế hoạch kon-tum-2019: 01 điều phải nhắc chưa đến nơi nhận (sót 01).',
    summary: '',
    count: null,
    items: withItems
      ? [
          { ...item(), due: '', link },
          { ...item(), lead: '', due: '' },
        ]
      : [],
    lines: ['Đề nghị: sửa địa chỉ hộp thư trong tệp lịch, rồi cho gửi lại.'],
    link,
  };
}

function over(): SectionView {
  return { ...ill(false), heading: 'Đã hết: Hàng đợi không trả lời.', lines: [], link: null };
}
