import type { Dictionary } from './pattern.ts';

/** Signing in, and what an account may do. */
export const ACCOUNTS: Dictionary = {
  'Biểu mẫu không xuất phát từ trang đang mở của hệ thống, đã quá lâu, hoặc quá dài. Hệ thống không thay đổi gì; đề nghị mở lại trang và thực hiện lại.':
    'The form did not come from an open page of this system, is too old, or too long. Nothing was changed; please open the page again and repeat.',
  'Cơ quan nhận thư nhắc hạn không cần tài khoản: trả lời qua đường dẫn trong thư; cơ quan đã được cấp tài khoản thì đăng nhập tại đây. Quên mật khẩu: đề nghị người quản trị hệ thống cấp lại.':
    'Units that receive reminders need no account: they answer by the link in the letter; a unit that was given an account signs in here. Forgotten the password? Please ask the administrator for a new one.',
  'Gõ lại mật khẩu mới': 'New password again',
  'Hai lần gõ mật khẩu mới không giống nhau.': 'The new password was not typed the same twice.',
  'Không có tài khoản “{1}” đang dùng.': 'There is no active account “{1}”.',
  'Không thuộc quyền của tài khoản': 'Not for this account',
  'Máy chủ đăng nhập tập trung chưa trả lời; đề nghị thử lại sau ít phút.':
    'The sign-in server does not answer; please try again in a few minutes.',
  'Máy chủ đăng nhập tập trung không cho biết tên tài khoản.':
    'The sign-in server did not tell the account’s name.',
  'Máy chủ đăng nhập tập trung không xác nhận; đề nghị đăng nhập lại.':
    'The sign-in server did not confirm; please sign in again.',
  'Mật khẩu': 'Password',
  'Mật khẩu cũ không đúng.': 'The old password is wrong.',
  'Mật khẩu hiện tại': 'Present password',
  'Mật khẩu mới phải có ít nhất {1} ký tự.': 'The new password needs at least {1} characters.',
  'Mật khẩu mới phải khác mật khẩu cũ.': 'The new password must differ from the old one.',
  'Mật khẩu mới, ít nhất {1} ký tự': 'New password, at least {1} characters',
  'Mật khẩu được cấp chỉ dùng một lần. Đề nghị đặt mật khẩu riêng trước khi sử dụng.':
    'The password that you were given works once. Please set your own first.',
  'Nội dung này không có trên hệ thống, hoặc không do cơ quan của tài khoản {1} chủ trì.':
    'This does not exist, or the unit of the account {1} does not lead it.',
  'Nhiệm vụ của cơ quan': 'Our duties',
  'Nội dung này không có trên hệ thống, hoặc không thuộc kế hoạch do cơ quan của tài khoản {1} theo dõi, đôn đốc.':
    'This does not exist, or belongs to no plan that the unit of the account {1} follows up.',
  'Sau khi đổi, mọi trình duyệt đang đăng nhập bằng tài khoản này phải đăng nhập lại.':
    'Afterwards every browser signed in with this account has to sign in again.',
  'Tài khoản {1} không được xem hoặc thực hiện nội dung này. Nếu cần, đề nghị người quản trị hệ thống cấp quyền.':
    'The account {1} may not see or do this. If you need to, please ask the administrator.',
  'Tài khoản “{1}” chưa được cấp quyền vào trang quản lý.': 'The account “{1}” may not use the console.',
  'Tên tài khoản': 'Account',
  'Tên tài khoản hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa.':
    'The account or the password is wrong, or the account is locked for a while.',
  'Về trang quản lý': 'Back to the console',
  'Đăng nhập': 'Sign in',
  'Đăng nhập bằng tài khoản của tỉnh': 'Sign in with the province’s account',
  'Đăng nhập trang quản lý': 'Sign in to the console',
  'Đổi mật khẩu': 'Change password',
};
