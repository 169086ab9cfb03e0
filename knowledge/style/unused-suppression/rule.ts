import {
  defineRule,
  type Fix,
  type IgnoreReport,
  type JudgedIgnore,
  remove,
  type Source,
  type Span,
  safeFix,
  t,
  type Words,
} from "#rule";

/** Python reads this in a comment of the first two lines (PEP 263). */
const CODING = /coding[:=]/;

export default defineRule({
  checkIgnore(ignore, source) {
    const ids = ignore.ids ?? [];
    const useless = ids.filter(({ id }) => ignore.use(id) !== "used");
    if (ignore.ids === null ? ignore.isUsed : ids.length > 0 && useless.length === 0) return [];
    if (ids.length > useless.length || useless.some(({ id }) => ignore.use(id) === "unknown")) {
      return useless.map((one) => ({
        at: one.span,
        values: { what: one.id, why: ignore.use(one.id) === "unknown" ? t`is no rule of PyGloss` : whyUnused(ignore) },
        fix: ids.length === 1 ? removeComment(ignore, source) : removeId(ids, one),
      }));
    }
    return [commentReport(ignore, source)];
  },
});

/** The comment as a whole says nothing that is of use. */
function commentReport(ignore: JudgedIgnore, source: Source): IgnoreReport {
  const text = source.slice(ignore.span.start, ignore.span.end);
  const what = text.replace(/^#\s*/, "");
  const why = ignore.ids?.length === 0 ? t`names no rule` : whyUnused(ignore);
  const at = { start: ignore.span.end - what.length, end: ignore.span.end };
  return { at, values: { what, why }, fix: removeComment(ignore, source) };
}

function whyUnused({ isForFile }: JudgedIgnore): Words {
  return isForFile ? t`silences nothing in this file` : t`silences nothing in this line`;
}

function removeId(ids: readonly { readonly span: Span }[], one: { readonly id: string; readonly span: Span }): Fix {
  const index = ids.findIndex(({ span }) => span.start === one.span.start);
  const next = ids[index + 1];
  const previous = ids[index - 1];
  const start = next || !previous ? one.span.start : previous.span.end;
  return safeFix(
    t`Remove \`${one.id}\` from the comment`,
    remove({ start, end: next ? next.span.start : one.span.end }),
  );
}

/** With the reason behind it, but not with another tool's comment; a line that held nothing else goes, too. */
function removeComment({ span }: JudgedIgnore, source: Source): Fix {
  const line = source.lineAt(span.start);
  const lineStart = source.lineStart(line);
  const lineEnd = lineStart + source.line(line).length;
  const behind = source.slice(span.end, lineEnd);
  const other = behind.indexOf("#");
  const before = source.slice(lineStart, span.start).trimEnd();
  const title = t`Remove the comment`;
  if (line < 2 && CODING.test(behind.split("#", 1)[0] ?? "")) {
    return safeFix(title, remove({ start: span.start + 1, end: span.end }));
  }
  if (other >= 0) return safeFix(title, remove({ start: span.start, end: span.end + other }));
  if (before !== "") return safeFix(title, remove({ start: lineStart + before.length, end: lineEnd }));
  // Behind a backslash there must be a line, and none may move up to where it would name an encoding.
  const isNeeded = (line > 0 && source.line(line - 1).endsWith("\\")) || (line < 2 && CODING.test(source.line(2)));
  if (isNeeded) return safeFix(title, remove({ start: span.start + 1, end: lineEnd }));
  return safeFix(title, remove({ start: lineStart, end: source.lineStart(line + 1) }));
}
