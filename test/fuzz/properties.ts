import assert from "node:assert/strict";
import type { Finding, Gloss, PythonFile, Span } from "../../server/src/core/api.ts";
import { applyEdits, chooseFixes, editsOf, findingsIn } from "../../server/src/core/rules/apply.ts";
import { Source } from "../../server/src/core/source.ts";
import type { Grammar } from "../../server/src/core/syntax/grammar.ts";
import { ignoreEdit } from "../../server/src/lsp/ignore.ts";
import { randomEdit } from "../support/randomEdits.ts";
import type { Dice } from "./mutate.ts";

/** What was met on the way, for the figures. */
export interface Met {
  readonly rules: Set<string>;
  findings: number;
  fixes: number;
  hovers: number;
  edits: number;
  /** Texts without an error. */
  parsed: number;
}

export function nothingMet(): Met {
  return { rules: new Set(), findings: 0, fixes: 0, hovers: 0, edits: 0, parsed: 0 };
}

/** What an edit of ours made of a text. It has to hold where CPython compiles the text. */
export interface Fixed {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** What is wrong with it, as far as we see. */
  readonly wrong: string | null;
}

export interface Engine {
  readonly gloss: Gloss;
  readonly grammar: Grammar;
}

/** Throws when something is not as it must be for every text. `dice` chooses where to hover and what to type. */
export function checkText(
  engine: Engine,
  text: string,
  dice: Dice,
  met: Met,
  fixed: (fixed: Fixed) => void = () => undefined,
): void {
  const { gloss } = engine;
  const file = gloss.parse("fuzz.py", text);
  let last = file;
  try {
    const findings = file.findings();
    met.findings += findings.length;
    for (const finding of findings) {
      met.rules.add(finding.rule);
      checkFinding(finding, text);
    }
    for (const offset of offsets(text, findings, dice)) checkHover(gloss, file, offset, met);
    if (dice.chance(0.03)) checkMet(gloss, file);
    const isWhole = findings.length > 0 && errorsIn(engine.grammar, text) === 0;
    if (isWhole) met.parsed++;
    for (const finding of findings.slice(0, 3)) {
      const made = fixesOf(engine, text, finding);
      met.fixes += made.length;
      if (isWhole) for (const one of [...made, ...silenceOf(gloss, text, finding)]) fixed(one);
    }
    checkSafeFixes(gloss, text, findings);
    if (dice.chance(0.5)) last = checkEdits(gloss, file, dice, met);
  } finally {
    last.free();
  }
}

function checkFinding({ rule, span, message, related, fixes }: Finding, text: string): void {
  checkSpan(span, text, rule);
  assert.match(message, /^[^\n\r]+$/, `the message of ${rule} is one line`);
  for (const other of related) {
    checkSpan(other.span, text, `a related place of ${rule}`);
    assert.match(other.message, /^[^\n\r]+$/);
  }
  for (const { title, edits } of fixes) {
    assert.match(title, /^[^\n\r]+$/, `the title of a fix of ${rule} is one line`);
    assert.ok(edits.length > 0, `a fix of ${rule} does something`);
    for (const { span: place } of edits) checkSpan(place, text, `a fix of ${rule}`);
    for (const [index, edit] of edits.entries()) {
      assert.ok(index === 0 || (edits[index - 1]?.span.end ?? 0) <= edit.span.start, `edits of ${rule} overlap`);
    }
  }
}

function checkSpan({ start, end }: Span, text: string, what: string): void {
  assert.ok(Number.isInteger(start) && Number.isInteger(end), `${what}: ${start} to ${end}`);
  assert.ok(0 <= start && start <= end && end <= text.length, `${what}: ${start} to ${end} of ${text.length}`);
}

function checkHover(gloss: Gloss, file: PythonFile, offset: number, met: Met): void {
  for (const place of [file.ignoreAt(offset), file.codeAt(offset)]) {
    if (place) checkSpan(place.span, file.source.text, "a place in a comment");
  }
  const answer = file.hover(offset);
  if (!answer) return;
  met.hovers++;
  checkSpan(answer.span, file.source.text, "a hover");
  assert.ok(
    answer.span.start <= offset && offset <= answer.span.end,
    `the hover at ${offset} is about ${JSON.stringify(answer.span)}`,
  );
  assert.match(
    gloss.renderHover(answer, () => null),
    /^(⚠ )?\*\*.+\*\*( \(since Python 3\.\d+\))?\n\n\S/,
    "a hover says something",
  );
}

function checkMet(gloss: Gloss, file: PythonFile): void {
  for (const one of file.met()) {
    if (!one) continue;
    checkSpan(one.span, file.source.text, one.note);
    assert.ok(gloss.shelf.get(one.note), `there is no note ${one.note}`);
  }
}

/** A fix does something, and breaks nothing. */
function fixesOf({ gloss, grammar }: Engine, text: string, { rule, fixes }: Finding): Fixed[] {
  return fixes.map(({ title, edits }) => {
    const after = applyEdits(text, edits, new Source(text).newline);
    assert.notEqual(after, text, `${rule}: "${title}" changes nothing`);
    findingsIn(gloss, "fuzz.py", after);
    const wrong = errorsIn(grammar, after) > 0 ? "our parser finds errors" : null;
    return { title: `${rule}: ${title}`, before: text, after, wrong };
  });
}

/** The comment that the quick fix writes does silence the finding, and breaks nothing. */
function silenceOf(gloss: Gloss, text: string, { rule, span }: Finding): Fixed[] {
  const edit = ignoreEdit(text, span, rule);
  if (!edit) return [];
  const after = applyEdits(text, [edit], "\n");
  const at = span.start + (span.start > edit.span.start ? edit.text.length : 0);
  const isLeft = findingsIn(gloss, "fuzz.py", after).some((one) => one.rule === rule && one.span.start === at);
  return [{ title: `${rule}: its comment`, before: text, after, wrong: isLeft ? "it is reported all the same" : null }];
}

/** Fixes come to an end: what they leave is not fixed again. */
function checkSafeFixes(gloss: Gloss, text: string, findings: readonly Finding[]): void {
  const { newline } = new Source(text);
  let current = text;
  let left = findings;
  for (let round = 0; round < 12; round++) {
    const fixes = chooseFixes(left, (finding) => finding.fixes.find(({ safe }) => safe));
    if (fixes.length === 0) return;
    current = applyEdits(current, editsOf(fixes), newline);
    left = findingsIn(gloss, "fuzz.py", current);
  }
  assert.fail(`safe fixes of ${[...new Set(left.map(({ rule }) => rule))].join(", ")} come to no end:\n${current}`);
}

/** After edits a file says what a new analysis of its text says. Returns the version that is to be freed. */
function checkEdits(gloss: Gloss, start: PythonFile, dice: Dice, met: Met): PythonFile {
  let file = start;
  const next = () => dice.number(2 ** 24) / 2 ** 24;
  let history = "";
  for (let count = 1 + (dice.chance(0.2) ? 2 : 0); count > 0; count--) {
    const edit = randomEdit(file.source.text, undefined, next);
    history += ` ${JSON.stringify(edit)}`;
    file = file.edit([edit]);
    met.edits++;
  }
  const { text } = file.source;
  const offset = dice.number(text.length + 1);
  const fresh = gloss.parse("fuzz.py", text);
  try {
    assert.deepEqual(
      file.findings(),
      fresh.findings(),
      `findings after an edit are those of a new analysis\n${history}`,
    );
    assert.deepEqual(
      file.hover(offset),
      fresh.hover(offset),
      `a hover after an edit is that of a new analysis\n${history}`,
    );
  } finally {
    fresh.free();
  }
  return file;
}

function offsets(text: string, findings: readonly Finding[], dice: Dice): number[] {
  return [dice.number(text.length + 1), ...findings.slice(0, 1).map(({ span }) => span.start)];
}

function errorsIn(grammar: Grammar, text: string): number {
  const tree = grammar.parse(text);
  let errors = 0;
  const cursor = tree.walk();
  try {
    for (let more = tree.rootNode.hasError; more; ) {
      const node = cursor.currentNode;
      if (node.isError || node.isMissing) errors++;
      if (node.hasError && cursor.gotoFirstChild()) continue;
      while (more && !cursor.gotoNextSibling()) more = cursor.gotoParent();
    }
  } finally {
    cursor.delete();
    tree.delete();
  }
  return errors;
}
