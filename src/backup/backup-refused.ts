/** A backup cannot be made or restored; the message tells the person why, in Vietnamese. Nothing has been changed. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}
