import type { ErrorCode, YAMLError } from 'yaml';

const WORDS: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'không đặt tên (&) hay nhãn (!) cho một mục dùng lại (*)',
  BAD_ALIAS: 'tên mục dùng lại (*) không hợp lệ',
  BAD_COLLECTION_TYPE: 'nhãn (!) không hợp với danh sách hay bảng khóa này',
  BAD_DIRECTIVE: 'dòng khai báo “%” không hợp lệ',
  BAD_DQ_ESCAPE: 'dấu \\ trong nháy kép không hợp lệ; hãy dùng nháy đơn hoặc viết \\\\',
  BAD_INDENT:
    'thụt dòng không thẳng hàng với các dòng cùng cấp, hoặc dòng trên thiếu dấu ngoặc, dấu nháy đóng',
  BAD_PROP_ORDER: 'tên (&) và nhãn (!) phải đứng ngay trước giá trị',
  BAD_SCALAR_START: 'giá trị bắt đầu bằng ký tự đặc biệt; hãy đặt cả giá trị trong dấu nháy',
  BLOCK_AS_IMPLICIT_KEY: 'một dòng có hai dấu hai chấm; hãy xuống dòng, hoặc đặt giá trị trong dấu nháy',
  BLOCK_IN_FLOW: 'không xuống dòng kiểu danh sách gạch đầu dòng bên trong ngoặc [ ] hay { }',
  DUPLICATE_KEY: 'khóa này đã có ở trên, không được lặp lại',
  IMPOSSIBLE: 'không đúng cú pháp YAML',
  KEY_OVER_1024_CHARS: 'khóa quá dài; có thể thiếu dấu nháy hoặc dấu hai chấm',
  MISSING_CHAR: 'thiếu dấu hai chấm sau khóa, thiếu dấu nháy hay ngoặc đóng, hoặc dòng thụt lề sai',
  MULTILINE_IMPLICIT_KEY: 'khóa phải viết trên một dòng; có thể thiếu dấu hai chấm hoặc dấu nháy đóng',
  MULTIPLE_ANCHORS: 'một mục chỉ được đặt một tên (&)',
  MULTIPLE_DOCS: 'tệp chỉ được chứa một tài liệu; hãy bỏ dòng “---” ở giữa tệp',
  MULTIPLE_TAGS: 'một mục chỉ được có một nhãn (!)',
  NON_STRING_KEY: 'khóa phải là chữ',
  RESOURCE_EXHAUSTION: 'các mục lồng nhau quá sâu',
  TAB_AS_INDENT: 'không thụt dòng bằng phím Tab; hãy dùng dấu cách',
  TAG_RESOLVE_FAILED: 'không dùng nhãn (!) của YAML; nếu là chữ thì đặt trong dấu nháy',
  UNEXPECTED_TOKEN: 'ký tự không đúng chỗ; có thể thiếu dấu nháy, dấu cách sau dấu “-” hoặc dấu hai chấm',
};

/** What the YAML reader found wrong, said in Vietnamese without the words of a parser. */
export function wordYamlError(error: YAMLError): string {
  return WORDS[error.code] ?? 'không đúng cú pháp YAML';
}
