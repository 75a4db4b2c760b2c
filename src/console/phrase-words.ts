import type { Calendar } from '../calendar/calendar.ts';
import { localDate } from '../calendar/dates.ts';
import { longDate } from '../calendar/wording.ts';
import { answerPhrase } from '../phrase/phrase-answer.ts';
import { distanceWords } from '../plan/distance-words.ts';
import type { Plan } from '../schedule/schedule.ts';

/** What is said beside a due phrase; `suggestion` is a phrase that would be understood. */
export type PhraseWords = { ok: true; words: string } | { ok: false; words: string; suggestion: string };

/** As many due days are named. */
const MOST_DATES = 3;

/** How a phrase of `plan` is understood, with its next due days and how far they are, or why it is refused. */
export function phraseWords(
  phrase: string,
  plan: Pick<Plan, 'from'>,
  calendar: Calendar,
  now: Date,
): PhraseWords {
  const today = localDate(now);
  const from = plan.from > today ? plan.from : today;
  const answer = answerPhrase(phrase, { from, count: MOST_DATES }, calendar);
  if (!answer.ok) return { ok: false, words: `Chưa hiểu: ${answer.error}`, suggestion: answer.suggestion };
  const days = answer.dates.map(({ nominal, aim }) => {
    const distance = distanceWords({ nominal, aim }, calendar, today);
    return aim === nominal
      ? `${longDate(nominal)} (${distance})`
      : `${longDate(nominal)}, ngày làm việc cuối trước đó là ${longDate(aim)} (${distance})`;
  });
  const told = days.length === 0 ? [] : [`${days.length === 1 ? 'hạn' : 'các hạn tới'}: ${days.join('; ')}`];
  const [reading, ...others] = [answer.explanation, ...told, ...answer.notes];
  return {
    ok: true,
    words: `${sentence(reading ?? '')}${others.map((other) => `. ${sentence(other)}`).join('')}.`,
  };
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
