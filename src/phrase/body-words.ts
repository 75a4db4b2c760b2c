import { saying, type Entry } from './entry.ts';

const FIELDS = [
  'nội vụ',
  'tư pháp',
  'tài chính',
  'kế hoạch và đầu tư',
  'công thương',
  'nông nghiệp và phát triển nông thôn',
  'nông nghiệp và môi trường',
  'giao thông vận tải',
  'xây dựng',
  'tài nguyên và môi trường',
  'thông tin và truyền thông',
  'lao động ,? thương binh và xã hội',
  'văn hóa|hoá ,? thể thao và du lịch',
  'khoa học và công nghệ',
  'giáo dục và đào tạo',
  'y tế',
  'dân tộc',
  'dân tộc và tôn giáo',
  'ngoại vụ',
  'ngoại giao',
  'công an',
  'quốc phòng',
];

const OTHERS = [
  'bộ|sở|ban|phòng|cục',
  'ủy|uỷ ban nhân dân tỉnh|huyện|xã?',
  'ubnd tỉnh|huyện|xã?',
  'hội đồng nhân dân tỉnh|huyện|xã?',
  'hđnd tỉnh|huyện|xã?',
  'văn phòng',
  'thanh tra',
  'công an',
  'thủ tướng',
  'chính phủ',
  'cơ quan',
  'đơn vị',
  'trực thuộc',
  'thường trực',
  'thành phố',
  'cấp huyện|xã|tỉnh',
];

/** Who sends a report, and to whom. */
export const BODY_WORDS: Entry[] = [...FIELDS.map((field) => `bộ|sở|phòng ${field}`), ...OTHERS].map(
  saying({ kind: 'topic', opens: true }),
);
