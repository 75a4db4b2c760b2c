/** Days, times and numbers, which are translated by rule. */

const WEEKDAYS = new Map([
  ['thứ hai', 'Monday'],
  ['thứ ba', 'Tuesday'],
  ['thứ tư', 'Wednesday'],
  ['thứ năm', 'Thursday'],
  ['thứ sáu', 'Friday'],
  ['thứ bảy', 'Saturday'],
  ['chủ nhật', 'Sunday'],
]);
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const DATED =
  /^(?:(\d{2}:\d{2}) )?(thứ [\p{L}]+|chủ nhật)(?:,( \d{1,2}\/\d{1,2}\/\d{4}))?(?:( \d{2}:\d{2}))?$/iu;
const MONTH = /^tháng (\d{1,2})(?:(?: năm |\/)(\d{4}))?$/i;
const NUMBER = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;

/** The English for a day, a moment, a month or a number in Vietnamese wording; undefined for anything else. */
export function byRule(text: string): string | undefined {
  return numberByRule(text) ?? dayByRule(text) ?? monthByRule(text);
}

/** `07:30 thứ Hai, 14/10/2019`: 07:30 Monday 14/10/2019. The day stays in the order of the plan's documents. */
function dayByRule(text: string): string | undefined {
  const [, before = '', weekday = '', day = '', after = ''] = DATED.exec(text) ?? [];
  const name = WEEKDAYS.get(weekday.toLowerCase());
  return name === undefined ? undefined : `${before === '' ? '' : `${before} `}${name}${day}${after}`;
}

/** `tháng 02 năm 2020`: February 2020. */
function monthByRule(text: string): string | undefined {
  const [, month = '', year] = MONTH.exec(text) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined || year === undefined ? name : `${name} ${year}`;
}

/** `1.387` is 1,387; `54,5` is 54.5; `03` is 3. */
function numberByRule(text: string): string | undefined {
  if (!NUMBER.test(text)) return undefined;
  const [whole = '', part] = text.split(',');
  const grouped = whole.replaceAll('.', ',').replace(/^0+(?=\d)/, '');
  return part === undefined ? grouped : `${grouped}.${part}`;
}
