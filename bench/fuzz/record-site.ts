import { openRecord, type OpenRecord } from '../../src/record/open-record.ts';
import type { ApiToken } from '../../src/web/api-door.ts';
import { AnswerSite, dumpOf } from '../../tests/support/answer-site.ts';
import { duty, scheduleOf } from '../../tests/support/schedules.ts';

export const DAY = '2019-10-09';
export const ID = 'KH/A04/so-tu-phap/2019-10-14';
export const EVENT_KIND = 'cong-bo-tthc';

const SCHEDULE = scheduleOf({
  duties: [
    duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap'),
    duty('A13', 'chậm nhất là 05 ngày làm việc kể từ ngày có quyết định công bố', 'van-phong', {
      event: EVENT_KIND,
    }),
  ],
});

/** The pages of links and the API as they are served, over a record that is made anew after every change. */
export class RecordSite {
  readonly site: AnswerSite;
  readonly #record: OpenRecord;
  #dump = '';

  private constructor(site: AnswerSite, record: OpenRecord) {
    this.site = site;
    this.#record = record;
  }

  static async open(apiTokens: ApiToken[]): Promise<RecordSite> {
    const record = await openRecord({ memory: true });
    const site = new AnswerSite(record.db, SCHEDULE, { apiTokens });
    await site.open();
    const opened = new RecordSite(site, record);
    await opened.begin();
    return opened;
  }

  /** Empties the record, plans, and lets `more` happen before anything is judged. */
  async begin(more: () => Promise<unknown> = async () => undefined): Promise<void> {
    await this.site.begin(DAY);
    await more();
    this.#dump = await this.#now();
  }

  /** Whether anything stands in the record that did not when it was begun. */
  async hasChanged(): Promise<boolean> {
    return (await this.#now()) !== this.#dump;
  }

  /** What the server could not do, and told its log. */
  takeLogged(): string[] {
    return this.site.logged
      .splice(0)
      .map((error) => (error instanceof Error ? error.message : JSON.stringify(error)));
  }

  async close(): Promise<void> {
    await this.site.close();
    await this.#record.close();
  }

  #now(): Promise<string> {
    return dumpOf(this.#record.db);
  }
}
