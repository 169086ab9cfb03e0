import * as v from "valibot";
import { isNode, LineCounter, parseDocument } from "yaml";
import { SEVERITIES, TOOLS } from "../../server/src/core/notes/note.ts";
import type { Problem } from "./problem.ts";

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is kebab-case"));
const ids = v.optional(v.array(id), []);
const strings = v.optional(v.array(v.pipe(v.string(), v.nonEmpty("must not be empty"))), []);
const line = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const sentences = v.pipe(
  line,
  v.check((text) => countSentences(text) <= 3, "has more than three sentences"),
  v.check((text) => !/\]\(/.test(text), "must not contain links"),
);

const concept = {
  title: line,
  summary: sentences,
  names: strings,
  aliases: strings,
  related: ids,
  sources: v.pipe(
    v.array(v.strictObject({ title: line, url: v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, "must be https")) })),
    v.minLength(1, "needs at least one source"),
  ),
  seeds: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^\d{3}_[0-9a-f]{16}\.txt:\d+(-\d+)?$/, "is written file.txt:line"))),
    [],
  ),
  python: v.optional(v.pipe(v.string(), v.regex(/^(>=|<)3\.\d+(,\s*(>=|<)3\.\d+)*$/, "is written '>=3.10'"))),
};

const trap = {
  ...concept,
  severity: v.picklist(SEVERITIES),
  message: v.pipe(
    line,
    v.check((text) => !text.includes("\n"), "is one line"),
    v.check((text) => !text.endsWith("."), "ends without a full stop, like other diagnostics"),
  ),
  "same-as": v.optional(v.strictObject(Object.fromEntries(TOOLS.map((tool) => [tool, strings])))),
  explains: ids,
  calls: strings,
};

export type ConceptFrontMatter = v.InferOutput<ReturnType<typeof conceptSchema>>;
export type TrapFrontMatter = v.InferOutput<ReturnType<typeof trapSchema>>;

const conceptSchema = () => v.strictObject(concept);
const trapSchema = () => v.strictObject(trap);
const topicSchema = v.strictObject({ title: line, order: v.number() });

export type FrontMatter =
  | { readonly kind: "concept"; readonly data: ConceptFrontMatter }
  | { readonly kind: "trap"; readonly data: TrapFrontMatter };

/** Splits a note into front matter and body. `bodyLine` is the body's first line, from 1. */
export function splitNote(text: string): { yaml: string; body: string; bodyLine: number } | null {
  const match = /^---\n([\s\S]*?\n)---\n/.exec(text);
  if (!match?.[1]) return null;
  const rest = text.slice(match[0].length);
  const blank = /^\s*\n|/.exec(rest)?.[0] ?? "";
  return { yaml: match[1], body: rest.trim(), bodyLine: (match[0] + blank).split("\n").length };
}

/** A note with a `severity` or a `message` is a trap. Problems carry the line of the key they are about. */
export function readFrontMatter(file: string, yaml: string): { front: FrontMatter | null; problems: Problem[] } {
  const isTrap = /^(severity|message):/m.test(yaml);
  const { value, problems } = validate(file, yaml, isTrap ? trapSchema() : conceptSchema());
  if (!value) return { front: null, problems };
  // The two schemas differ only in what a trap has besides; `severity` tells them apart.
  return { front: "severity" in value ? { kind: "trap", data: value } : { kind: "concept", data: value }, problems };
}

export function readTopic(
  file: string,
  yaml: string,
): { topic: { title: string; order: number } | null; problems: Problem[] } {
  const { value, problems } = validate(file, yaml, topicSchema);
  return { topic: value, problems };
}

/** What a front matter says, as a schema has it, or where it does not. */
export function validate<S extends v.GenericSchema>(
  file: string,
  yaml: string,
  schema: S,
): { value: v.InferOutput<S> | null; problems: Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  // The front matter begins below the `---` of the first line.
  const fileLine = (offset: number) => counter.linePos(offset).line + 1;
  const problems = document.errors.map(
    (error): Problem => ({
      file,
      line: fileLine(error.pos[0]),
      message: error.message.split("\n")[0] ?? "not valid YAML",
      remedy: "quote values that contain a colon, and keep the indentation",
    }),
  );
  if (problems.length > 0) return { value: null, problems };
  const result = v.safeParse(schema, document.toJS());
  if (result.success) return { value: result.output, problems };
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((item) => String(item.key));
    const node = nodeAt(document, path);
    problems.push({
      file,
      line: isNode(node) && node.range ? fileLine(node.range[0]) : 1,
      message: `${path.join(".") || "front matter"}: ${issue.message}`,
      remedy: "the keys and what they take are listed in CONTRIBUTING.md",
    });
  }
  return { value: null, problems };
}

/** The nearest node to a path: a key that is missing has none of its own. */
function nodeAt(document: ReturnType<typeof parseDocument>, path: readonly string[]): unknown {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (node) return node;
  }
  return document.contents;
}

/** Sentences end at a full stop before a space; dots inside code are none. */
function countSentences(text: string): number {
  return text
    .replace(/`[^`]*`/g, "code")
    .split(/[.!?](?:\*\*)?(?=\s|$)/)
    .filter((part) => part.trim() !== "").length;
}
