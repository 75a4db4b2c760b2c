import { withUnit } from './changes.ts';
import type { Setting } from './story.ts';

/** From a day on the report of Sở Tư pháp, due Monday 14/10/2019, with nobody at its head: one letter a rung. */
export function reportFrom(day: string, time = '00:00'): Setting {
  return { duties: ['A04'], from: day, time, but: [withUnit('so-tu-phap', { heads: [] })] };
}
