import { nearest } from "../../server/src/core/notes/nearest.ts";
import { CombinedQuery, QueryProblem } from "../../server/src/core/query/compile.ts";
import { placeholders } from "../../server/src/core/rules/message.ts";
import type { Grammar } from "../../server/src/core/syntax/grammar.ts";
import { checkPath } from "./paths.ts";
import type { QueryPattern } from "./patterns.ts";
import { lineOf, type Problem } from "./problem.ts";
import type { RawKnowledge, RawNote } from "./read.ts";

/** Everything a schema cannot see: ids, links, queries, and whether a trap is complete. */
export function checkKnowledge({ notes, paths }: RawKnowledge, grammar: Grammar): Problem[] {
  const problems = duplicates(notes);
  const ids = new Set(notes.map((note) => note.id));
  for (const path of paths) problems.push(...checkPath(path, ids));
  for (const note of notes) {
    problems.push(...checkLinks(note, ids));
    for (const pattern of note.query?.patterns ?? []) problems.push(...checkPattern(note, pattern, grammar));
    if (note.front.kind === "trap") problems.push(...checkTrap(note));
    else if (note.hasRule || note.cases) {
      problems.push(
        problem(note, 1, "a concept has no rule and no cases", "give it severity and message, or remove them"),
      );
    }
  }
  return problems;
}

function duplicates(notes: readonly RawNote[]): Problem[] {
  const first = new Map<string, string>();
  return notes.flatMap((note) => {
    const other = first.get(note.id);
    first.set(note.id, other ?? note.file);
    return other ? [problem(note, 1, `the id ${note.id} is taken by ${other}`, "ids are unique over all topics")] : [];
  });
}

function checkLinks(note: RawNote, ids: ReadonlySet<string>): Problem[] {
  const { data, kind } = note.front;
  const prose = withoutCode(note.body);
  const links = [...prose.matchAll(/\]\(note:([^)]*)\)/g)].map((match) => match[1] ?? "");
  const named = [...data.related, ...(kind === "trap" ? data.explains : [])];
  const problems = [...named, ...links].flatMap((id) => {
    if (ids.has(id) && id !== note.id) return [];
    const hint = nearest(id, [...ids], 1)[0];
    const line = links.includes(id) ? note.bodyLine - 1 + lineOf(prose, `note:${id}`) : 1;
    const remedy = hint ? `did you mean ${hint}?` : "write that note, or leave the link out";
    return [problem(note, line, id === note.id ? "the note links to itself" : `there is no note ${id}`, remedy)];
  });
  for (const match of prose.matchAll(/\]\((?!note:|https:)([^)]*)\)/g)) {
    const line = note.bodyLine - 1 + lineOf(prose, match[0]);
    problems.push(problem(note, line, `a link to ${match[1]}`, "links are note:<id> or https"));
  }
  return problems;
}

function checkPattern(note: RawNote, pattern: QueryPattern, grammar: Grammar): Problem[] {
  const file = note.query?.file ?? note.file;
  const at = (message: string, remedy: string): Problem => ({ file, line: pattern.line, message, remedy });
  try {
    new CombinedQuery(grammar, [{ owner: note.id, text: pattern.text }]).free();
  } catch (error) {
    if (!(error instanceof QueryProblem)) throw error;
    const near = pattern.text.slice(error.index, error.index + 30);
    return [at(error.message, near ? `look at: ${near}` : "look at the pattern's predicates")];
  }
  const problems: Problem[] = [];
  const marks: readonly string[] = pattern.captures.filter((name) => name === "hover" || name === "finding");
  if (marks.length !== 1) problems.push(at("a pattern captures @hover or @finding", "capture exactly one of them"));
  if (marks[0] === "finding" && note.front.kind !== "trap") {
    problems.push(at("only a trap has findings", "capture @hover"));
  }
  const wanted = note.front.kind === "trap" ? placeholders(note.front.data.message) : [];
  for (const name of pattern.captures) {
    const isKnown = marks.includes(name) || name.startsWith("_") || note.hasRule || wanted.includes(name);
    if (!isKnown) problems.push(at(`nothing reads @${name}`, "name it @_... if it serves a predicate only"));
  }
  if (marks[0] === "hover" && (pattern.kinds.length === 0 || pattern.kinds.includes("_"))) {
    problems.push(at("a hover pattern begins with a node kind", "hovers are found by the kind of the outermost node"));
  }
  if (pattern.example.length === 0) {
    problems.push(at("the pattern has no example above it", "show a line of Python and carets under what is captured"));
  }
  return problems;
}

function checkTrap(note: RawNote): Problem[] {
  if (note.front.kind !== "trap") return [];
  const problems: Problem[] = [];
  const hasQuery = note.query?.patterns.some((pattern) => pattern.captures.includes("finding")) ?? false;
  if (!hasQuery && note.front.data.calls.length === 0 && !note.judgesComments) {
    problems.push(problem(note, 1, "the trap can never fire", "capture @finding in query.scm, or name calls"));
  }
  if (!/^## When it is fine$/m.test(note.body)) {
    problems.push(
      problem(note, note.bodyLine, 'the trap has no "## When it is fine"', "say when an expert leaves it alone"),
    );
  }
  for (const word of ["trap", "better"]) {
    if (!new RegExp(`^\`\`\`python ([a-z]+ )?${word}\\b`, "m").test(note.body)) {
      problems.push(problem(note, note.bodyLine, `the trap shows no \`\`\`python ${word} block`, "add one"));
    }
  }
  if (!note.cases)
    problems.push(problem(note, 1, "the trap has no cases.py", "show what is marked and what stays silent"));
  return problems;
}

/** Brackets in code are no links. Lines stay where they are. */
function withoutCode(markdown: string): string {
  const blank = (code: string) => code.replace(/[^\n]/g, " ");
  return markdown.replace(/^```[\s\S]*?^```$/gm, blank).replace(/`[^`\n]+`/g, blank);
}

function problem(note: RawNote, line: number, message: string, remedy: string): Problem {
  return { file: note.file, line, message, remedy };
}
