import { printable } from "../printable.ts";

const LONGEST_VALUE = 40;
/** Of a value that is a whole file, so much is looked at, in UTF-16 units. */
const LONGEST_READ = 1000;

/** Fills `{name}` in a message from a rule's values, else from what the query captured under that name. */
export function fillMessage(
  template: string,
  values: Readonly<Record<string, string>>,
  captured: (name: string) => string | undefined,
): string {
  return template.replace(/(`?)\{([a-z][\w-]*)\}/g, (placeholder, quote: string, name: string) => {
    const value = values[name] ?? captured(name);
    if (value === undefined) return placeholder;
    // What stands in backquotes is the user's code, which may be long; the rest is the rule's own words.
    return quote ? `\`${shorten(value)}` : onOneLine(value);
  });
}

/** Code for the title of a fix: in backquotes, on one line, short. */
export function quoted(code: string): string {
  return `\`${shorten(code)}\``;
}

/** The names a message asks for. */
export function placeholders(template: string): string[] {
  return [...template.matchAll(/\{([a-z][\w-]*)\}/g)].map((match) => match[1] ?? "");
}

/**
 * One line, and not so long that the reader loses the sentence around it. Code in a message is only ever quoted: a
 * backquote would end the quotation, and a control character would be obeyed.
 */
function shorten(value: string): string {
  const line = onOneLine(value.trimStart().slice(0, LONGEST_READ)).replaceAll("`", "'");
  const characters = [...line];
  return characters.length <= LONGEST_VALUE ? line : `${characters.slice(0, LONGEST_VALUE - 1).join("")}…`;
}

function onOneLine(value: string): string {
  return printable(value.replace(/\s+/g, " ").trim());
}
