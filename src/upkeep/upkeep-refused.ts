/** What cannot be done with a letter or with sending; the message is for the person who asked, in Vietnamese. */
export class UpkeepRefused extends Error {
  override name = 'UpkeepRefused';
}
