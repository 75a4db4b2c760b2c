import { fold } from './tokens.ts';

/** Words that look like a deadline and are not one, or are one of two. */
export interface Treachery {
  error: string;
  /** Phrases to try instead, the nearest first. */
  instead: string[];
}

const PERIODS: Record<string, string> = {
  '3': 'trong Quý I',
  '6': 'trong 6 tháng đầu',
  '9': 'trong Quý III',
};

/**
 * Finds what no piece of a phrase shows by itself: "9 tháng năm 2019" may be nine months or the ninth of May (only "tháng
 * năm năm" is May), and a lower bound ("sớm nhất", "ít nhất … ngày") says when something may begin, not by when it is due.
 */
export function treacheryIn(phrase: string): Treachery | undefined {
  const written = phrase.normalize('NFC').replace(/\s+/g, ' ');
  const text = fold(written);
  const [, number, year] = /(?:^|\D)0?(\d{1,2}) thang nam (\d{4})\b/.exec(text) ?? [];
  if (number !== undefined) {
    const period = PERIODS[number];
    return {
      error: `Không rõ “${number} tháng năm ${year}” là ${number} tháng của năm ${year} hay là ngày ${number} tháng 5.`,
      instead: [`${period ?? 'trong'} năm ${year}`],
    };
  }
  if (
    /\bkhong som hon\b|\bsom nhat\b.*\d|\b(it nhat|toi thieu)( la)? (den\b|\d+ (ngay|tuan|thang|nam)\b)/.test(
      text,
    )
  )
    return {
      error: 'Cụm từ nêu mốc sớm nhất hoặc mức tối thiểu, không phải thời hạn cuối.',
      instead: [written.replace(/không sớm hơn|sớm nhất|ít nhất|tối thiểu/giu, 'chậm nhất')],
    };
  return undefined;
}
