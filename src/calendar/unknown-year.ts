/** A day outside the known calendar was asked for: the answer would be a guess, so there is none. */
export class UnknownYear extends Error {
  override name = 'UnknownYear';
  readonly year: number;

  constructor(year: number, known: { firstYear: number; lastYear: number }) {
    super(
      `Chưa có lịch làm việc năm ${year}; lịch hiện có từ năm ${known.firstYear} đến năm ${known.lastYear}`,
    );
    this.year = year;
  }
}
