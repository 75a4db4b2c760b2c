/** What is the matter with the Postgres server of `databaseUrl`, in one or two sentences that hold no password; undefined when the error tells of something else. */
export function postgresTrouble(error: Error, databaseUrl: string): string | undefined {
  const place = placeOf(databaseUrl);
  const { code, syscall } = error as NodeJS.ErrnoException;
  const words = error.message;
  if (isUnreachable(code, syscall) || SILENCE.test(words))
    return `Không kết nối được máy chủ Postgres tại ${place} (${code ?? words}). Xem máy chủ có chạy không và DATABASE_URL có đúng không.`;
  if (words.startsWith('SASL')) return notLetIn(place, words);
  switch (code) {
    case '28P01':
    case '28000':
      return notLetIn(place, words);
    case '3D000':
      return `Máy chủ Postgres tại ${place} không có cơ sở dữ liệu nêu trong DATABASE_URL (${words}). Đề nghị tạo cơ sở dữ liệu đó hoặc sửa DATABASE_URL.`;
    case '42501':
      return `Tài khoản trong DATABASE_URL chưa đủ quyền trên máy chủ Postgres tại ${place} (${words}). Đề nghị giao cơ sở dữ liệu và schema dondoc trong đó cho tài khoản này làm chủ sở hữu.`;
    case '53100':
      return `Ổ đĩa của máy chủ Postgres tại ${place} đã đầy (${words}). Đề nghị giải phóng dung lượng.`;
    case '53300':
    case '57P03':
      return `Máy chủ Postgres tại ${place} chưa nhận thêm kết nối (${words}). Đề nghị thử lại sau giây lát.`;
    default:
      return undefined;
  }
}

/** Nobody there, or no way there. */
const UNREACHABLE = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  // The socket of a server on this machine.
  'ENOENT',
];

/** What pg and its pool say, without a code, of a server that lets them wait or hangs up. */
const SILENCE = /^(timeout exceeded when trying to connect|timeout expired|Connection terminated)/;

function isUnreachable(code: string | undefined, syscall: string | undefined): boolean {
  return (syscall === 'connect' || syscall === 'getaddrinfo') && UNREACHABLE.includes(code ?? '');
}

function notLetIn(place: string, words: string): string {
  return `Máy chủ Postgres tại ${place} không cho đăng nhập (${words}). Xem tài khoản, mật khẩu trong DATABASE_URL và pg_hba.conf của máy chủ.`;
}

/** Host and port; the address may name a socket's folder as its host. */
function placeOf(databaseUrl: string): string {
  const { host, searchParams } = new URL(databaseUrl);
  return searchParams.get('host') ?? (host === '' ? 'localhost' : host);
}
