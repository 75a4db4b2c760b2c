/** Redis cannot be reached, or does not let us in; its cause says why. */
export class RedisAway extends Error {
  override name = 'RedisAway';
  /** Host and port, without the password. */
  readonly host: string;
  constructor(redisUrl: string, cause: unknown) {
    const { host } = new URL(redisUrl);
    super(`Redis does not answer at ${host}`, { cause });
    this.host = host;
  }
}
