/** What would steer a terminal, or show text otherwise than it is: controls but line ends and tabs, direction marks, other line ends. */
const STEERING = /\r(?!\n)|(?![\r\n\t])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** `text` with such characters shown as their escapes, `\u001b`, which in a line of JSON mean the same characters. */
export function withoutSteering(text: string): string {
  return text.replace(STEERING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
