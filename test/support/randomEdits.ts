import type { Edit } from "../../server/src/core/api.ts";

/** Numbers from 0 to 1, the same ones for the same seed: Marsaglia's xorshift, "Xorshift RNGs", 2003. */
export function random(seed: number): () => number {
  let state = seed || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * An edit as people make them: a letter, a deletion, a pasted line, an undo, another word, another
 * beginning of a statement, and what upsets a parser most.
 */
export function randomEdit(text: string, undo: Edit | undefined, next: () => number): Edit {
  const at = boundary(text, Math.floor(next() * (text.length + 1)));
  const insert = (inserted: string): Edit => ({ span: { start: at, end: at }, text: inserted });
  const until = (length: number): number => boundary(text, Math.min(text.length, at + length));
  switch (Math.floor(next() * 18)) {
    case 0:
    case 1:
      return insert(TYPED[Math.floor(next() * TYPED.length)] ?? "x");
    case 2:
      return { span: { start: at, end: until(1) }, text: "" };
    case 3:
      return { span: { start: at, end: until(Math.floor(next() * 80)) }, text: "" };
    case 4:
      return { span: { start: at, end: until(Math.floor(next() * 10)) }, text: "name" };
    case 5: {
      const line = lineAt(text, Math.floor(next() * text.length));
      return { span: { start: lineStart(text, at), end: lineStart(text, at) }, text: line };
    }
    case 6:
      return insert(TROUBLE[Math.floor(next() * TROUBLE.length)] ?? '"""');
    case 7: {
      const words = [...text.matchAll(/\w+/g)];
      const any = () => words[Math.floor(next() * words.length)];
      const word = any();
      return word ? { span: spanOf(word), text: any()?.[0] ?? "" } : insert("a");
    }
    case 8: {
      const starts = [...text.matchAll(/^[ \t]*(?=\w)/gm)];
      const start = starts[Math.floor(next() * starts.length)];
      const { end } = start ? spanOf(start) : { end: at };
      return { span: { start: end, end }, text: BEGINNINGS[Math.floor(next() * BEGINNINGS.length)] ?? "" };
    }
    default:
      return undo ?? insert("a");
  }
}

/** The edit that takes another one back. */
export function inverse(text: string, { span, text: inserted }: Edit): Edit {
  return { span: { start: span.start, end: span.start + inserted.length }, text: text.slice(span.start, span.end) };
}

const TYPED = [
  ..."abcxyz_019 .,:;=()[]{}#@*+-'\"\\",
  "\n",
  "    ",
  "def f():",
  "import time\n",
  "async ",
  "global x\n",
];
const TROUBLE = [
  '"""',
  "'''",
  "\r\n",
  "\r",
  "𝒳",
  "é",
  "\t",
  "# noqa",
  "class A:\n",
  "from os import *\n",
  "lambda: (",
  "\0",
];

/** What makes another statement of one. */
const BEGINNINGS = [
  "async ",
  "await ",
  "return ",
  "global ",
  "del ",
  "x = ",
  "import ",
  "# ",
  "@staticmethod\n",
  "if x: ",
];

function spanOf(found: RegExpExecArray): Edit["span"] {
  return { start: found.index, end: found.index + found[0].length };
}

/** Never between the halves of a character, nor of a `\r\n`: no editor does that. */
function boundary(text: string, offset: number): number {
  const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
  const splits = isLow(text.charCodeAt(offset)) || (text[offset] === "\n" && text[offset - 1] === "\r");
  return splits ? offset - 1 : offset;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(lineStart(text, offset), end < 0 ? text.length : end + 1);
}
