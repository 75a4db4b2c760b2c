/** The schedule no longer knows what a letter is about; the next planning withdraws it. */
export class UnknownInSchedule extends Error {
  override name = 'UnknownInSchedule';
}
