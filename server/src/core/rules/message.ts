import type { Finding, Span } from "../api.ts";
import type { RuleEntry } from "../notes/catalog.ts";
import type { Severity } from "../notes/note.ts";
import { printable } from "../printable.ts";
import { say, type Translations } from "../words.ts";
import type { Fix, Report } from "./rule.ts";

const LONGEST_VALUE = 40;
/** Of a value that is a whole file, so much is looked at, in UTF-16 units. */
const LONGEST_READ = 1000;

/** What a rule says of a place, and where the place is. */
export interface Said {
  readonly severity: Severity;
  readonly span: Span;
  readonly report: Report;
  readonly fixes: readonly Fix[];
  /** What the query captured under a name, for messages that ask for it. */
  readonly captured?: (name: string) => string | undefined;
}

/** A finding in the reader's language, from here on plain text. */
export function tell(
  rule: RuleEntry,
  { severity, span, report, fixes, captured }: Said,
  translations: Translations,
): Finding {
  const { values = {}, related = [], python } = report;
  return {
    rule: rule.id,
    severity,
    span,
    message: fillMessage(translations.get(rule.message) ?? rule.message, (name) => {
      const value = values[name] ?? captured?.(name);
      return value === undefined ? value : say(value, translations);
    }),
    related: related.map((one) => ({ ...one, message: say(one.message, translations) })),
    fixes: fixes.map((fix) => ({ ...fix, title: say(fix.title, translations) })),
    ...(python === undefined ? {} : { python }),
  };
}

/** Code for the title of a fix: in backquotes, on one line, short. */
export function quoted(code: string): string {
  return `\`${shorten(code)}\``;
}

/** The names a message asks for. */
export function placeholders(template: string): string[] {
  return [...template.matchAll(/\{([a-z][\w-]*)\}/g)].map((match) => match[1] ?? "");
}

function fillMessage(template: string, value: (name: string) => string | undefined): string {
  return template.replace(/(`?)\{([a-z][\w-]*)\}/g, (placeholder, quote: string, name: string) => {
    const filling = value(name);
    if (filling === undefined) return placeholder;
    // What stands in backquotes is the user's code, which may be long; the rest is the rule's own words.
    return quote ? `\`${shorten(filling)}` : onOneLine(filling);
  });
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
