/**
 * Text for one line that somebody reads: what a terminal would obey, what ends a line and what turns the direction of
 * reading round is written as `\u....` instead, so that it is seen and does nothing.
 */
export function printable(text: string): string {
  return text.replace(CONTROLS, shown);
}

/** The same for text of several lines, which keeps them. */
export function printableLines(text: string): string {
  return text.replace(CONTROLS, (character) => (/[\n\t]/.test(character) ? character : shown(character)));
}

/** Control characters, marks of direction, and line ends that are none in ASCII. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

function shown(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
