/** The mailbox that returned mail comes to. */
export interface BounceBox {
  /**
   * Hands over the messages that have not been read yet, oldest first and at most `MOST_MESSAGES` of them, and marks each as read once `take`
   * has ended well: whoever crashes between finds it again. Returns how many there were.
   * @throws Error when the mailbox cannot be reached or read, or with what `take` throws.
   */
  read(take: (message: BoxMessage) => Promise<void>): Promise<number>;
  /** Opens the mailbox and leaves it as it is; answers how many messages have not been read. @throws Error as `read` does. */
  check(): Promise<number>;
}

/** A message as it lies in the mailbox; one that is too large is not fetched. */
export type BoxMessage = { raw: Buffer } | { tooLarge: string };

/** Messages of one reading: the rest waits for the next. */
export const MOST_MESSAGES = 200;

/** A report with the whole letter inside stays far below; bytes. */
export const LARGEST_MESSAGE = 5 * 1024 * 1024;
