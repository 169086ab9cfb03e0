import { random } from "../support/randomEdits.ts";

/** Random choices that the same seed always makes again. */
export class Dice {
  private readonly next: () => number;

  /** The numbers are mixed first, because near seeds begin alike. */
  constructor(seed: number, index: number) {
    let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    this.next = random(mixed ^ (mixed >>> 13));
    this.next();
  }

  /** From 0 to `below`, which it never is. */
  number(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  of<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError("nothing to choose from");
    return items[this.number(items.length)] as T;
  }
}

/** Pieces of Python to begin with. */
export interface Corpus {
  readonly own: readonly string[];
  readonly library: readonly string[];
}

/** A piece of Python, changed a few times: by tokens, by lines and by characters. */
export function randomPython(corpus: Corpus, dice: Dice): string {
  const piece = () => dice.of(dice.chance(0.8) ? corpus.own : corpus.library);
  let tokens = tokensOf(piece());
  // Some stay as they are: what is found in code that parses matters most.
  if (dice.chance(0.06)) return tokens.join("");
  if (dice.chance(0.15)) tokens.push(...tokensOf(piece()));
  const isWild = dice.chance(0.3);
  const times = 1 + dice.number(dice.chance(0.2) ? 12 : 4);
  for (let time = 0; time < times; time++) {
    const change = dice.of(isWild ? [...MILD, ...WILD] : MILD);
    tokens = change(tokens, dice, () => tokensOf(piece()));
  }
  const text = tokens.join("");
  return isWild && dice.chance(0.3) ? newlines(text, dice) : text;
}

type Change = (tokens: string[], dice: Dice, other: () => string[]) => string[];

/** Changes after which much of a text is often Python still. */
const MILD: readonly Change[] = [
  /** Another word or operator of the same text. */
  (tokens, dice) => replaceOne(tokens, dice, isWord, () => dice.of(tokens.filter(isWord))),
  (tokens, dice) => replaceOne(tokens, dice, isWord, () => dice.of(WORDS)),
  (tokens, dice) =>
    replaceOne(
      tokens,
      dice,
      (token) => KEYWORDS.includes(token),
      () => dice.of(KEYWORDS),
    ),
  (tokens, dice) =>
    replaceOne(
      tokens,
      dice,
      (token) => OPERATORS.includes(token),
      () => dice.of(OPERATORS),
    ),
  (tokens, dice) =>
    replaceOne(
      tokens,
      dice,
      (token) => /^["'\d]/.test(token),
      () => dice.of(LITERALS),
    ),
  (tokens, dice) => replaceOne(tokens, dice, isCode, (token) => `(${token})`),
  (tokens, dice) => replaceOne(tokens, dice, isCode, (token) => `${token} ${dice.of(TAILS)}`),
  (tokens, dice) =>
    replaceOne(
      tokens,
      dice,
      (token) => token === "\n",
      () => `  ${dice.of(COMMENTS)}\n`,
    ),
  /** A piece of another text, or of the same one, in a place where a piece of its kind was. */
  (tokens, dice, other) => {
    const lines = linesOf(other());
    const own = linesOf(tokens);
    own.splice(dice.number(own.length + 1), dice.number(2), ...slice(lines, dice, 4));
    return own.flat();
  },
  (tokens, dice) => {
    const lines = linesOf(tokens);
    lines.splice(dice.number(lines.length), 0, ...slice(lines, dice, 3));
    return lines.flat();
  },
  (tokens, dice) => {
    const lines = linesOf(tokens);
    lines.splice(dice.number(lines.length), 1 + dice.number(2));
    return lines.flat();
  },
  /** Into a block of its own. */
  (tokens, dice) => [dice.of(HEADERS), "\n", ...linesOf(tokens).flatMap((line) => ["    ", ...line])],
];

/** Changes after which hardly anything is. */
const WILD: readonly Change[] = [
  (tokens, dice) => tokens.toSpliced(dice.number(tokens.length), 1 + dice.number(5)),
  (tokens, dice) => tokens.toSpliced(dice.number(tokens.length), 0, ...slice(tokens, dice, 8)),
  (tokens, dice, other) => tokens.toSpliced(dice.number(tokens.length), dice.number(6), ...slice(other(), dice, 12)),
  (tokens, dice) => tokens.slice(0, dice.number(tokens.length)),
  (tokens, dice) => tokens.slice(dice.number(tokens.length)),
  (tokens, dice) =>
    replaceOne(
      tokens,
      dice,
      (token) => /^[ \t]+$/.test(token),
      () => dice.of(SPACES),
    ),
  (tokens, dice) => tokens.toSpliced(dice.number(tokens.length), 0, dice.of(SPACES)),
  (tokens, dice) => tokens.toSpliced(dice.number(tokens.length), 0, dice.of(TROUBLE)),
  (tokens, dice) => tokens.toSpliced(dice.number(tokens.length), 0, nesting(dice)),
  (tokens, dice) => {
    const text = tokens.join("");
    return tokensOf(text.slice(0, dice.number(text.length + 1)));
  },
  (tokens, dice) => {
    const text = tokens.join("");
    const at = dice.number(text.length + 1);
    return tokensOf(text.slice(0, at) + String.fromCharCode(dice.number(128)) + text.slice(at + dice.number(3)));
  },
];

function nesting(dice: Dice): string {
  const [open = "", close = ""] = dice.of(NESTS);
  // Blocks and brackets in a hundred others are Python's own limit.
  const depth = 1 + dice.number(dice.chance(0.1) ? 60 : 12);
  if (close === "\n") return Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}${open}\n`).join("");
  return (
    open.repeat(depth) + dice.of(["", "x", "1", "*a"]) + close.repeat(dice.chance(0.7) ? depth : dice.number(depth))
  );
}

const NESTS = [
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["{1:", "}"],
  ["f(", ")"],
  ["not ", ""],
  ["lambda: ", ""],
  ["-", ""],
  ["await ", ""],
  ['f"{', '}"'],
  ["x if y else ", ""],
  ["[x for x in ", "]"],
  ["a.b", ""],
  ["if x:", "\n"],
  ["def f(a=[]):", "\n"],
  ["class A:", "\n"],
  ["try:", "\n"],
  ["match x:\n case [", "\n"],
] as const;

function replaceOne(
  tokens: string[],
  dice: Dice,
  isWanted: (token: string) => boolean,
  replacement: (token: string) => string,
): string[] {
  const places = tokens.flatMap((token, index) => (isWanted(token) ? [index] : []));
  if (places.length === 0) return tokens;
  const place = dice.of(places);
  return tokens.with(place, replacement(tokens[place] ?? ""));
}

function slice<T>(items: readonly T[], dice: Dice, most: number): T[] {
  const start = dice.number(items.length);
  return items.slice(start, start + 1 + dice.number(most));
}

function linesOf(tokens: readonly string[]): string[][] {
  const lines: string[][] = [[]];
  for (const token of tokens) {
    lines.at(-1)?.push(token);
    if (token === "\n") lines.push([]);
  }
  return lines;
}

function newlines(text: string, dice: Dice): string {
  const chosen = dice.of(["\r\n", "\r", "mixed"]);
  return text.replace(/\n/g, () => (chosen === "mixed" ? dice.of(["\n", "\r\n", "\r"]) : chosen));
}

/** Not Python's tokens to the letter: pieces that are worth moving as a whole. Nothing is lost. */
function tokensOf(text: string): string[] {
  return (
    text.match(/\n|[ \t]+|#[^\n]*|"""[\s\S]*?"""|"[^"\n]*"|'[^'\n]*'|[\p{L}\p{N}_]+|[-+*/%@&|^=!<>:]+|[\s\S]/gu) ?? [""]
  );
}

const isWord = (token: string) => /^[\p{L}_]/u.test(token);
const isCode = (token: string) => /^[\p{L}\p{N}_"']/u.test(token) && !KEYWORDS.includes(token);

const KEYWORDS = (
  "and as assert async await break class continue def del elif else except finally for from global if import in is " +
  "lambda nonlocal not or pass raise return try while with yield match case type print exec"
).split(" ");

const OPERATORS = "+ - * / // % ** @ & | ^ ~ << >> == != < > <= >= = += -= := -> : . , ; ( ) [ ] { } ... <> !".split(
  " ",
);

const WORDS = [
  ..."self cls x a name list dict set str len print open range sorted type super __init__ __slots__ __all__".split(" "),
  ..."asyncio threading time logging os subprocess re random copy None True False Exception _ 𝒳 é ª".split(" "),
];

const LITERALS = [
  ..."0 1 -1 1.5 1e9 0x1F 1j 10**9 [] {} () None ''".split(" "),
  '"x"',
  "b''",
  "r'\\d'",
  'f"{x!r:>{n}}"',
  "'''a\nb'''",
];
const TAILS = ["is None", "is 1", "== None", "if x else y", "for x in y", ":= x", "and x", "or []", "not in x", "* 2"];
const HEADERS = [
  ..."def f(a=[], *args, **kw):|async def f():|class A(B):|for i in range(len(x)):|while True:|if x:|try:".split("|"),
  ..."with open(x) as f:|except:|except* E as e:|match x:|case [a, *_]:|else:|finally:|lambda:|@property".split("|"),
];
const COMMENTS = [
  ..."# noqa|# noqa: B006,E501|# type: ignore[arg-type]|# pylint: disable=W0102|# nosec B602|# pyright: ignore".split(
    "|",
  ),
  ..."# pygloss: ignore[]|# pygloss: ignore[bare-except, x,]|# pygloss: ignore-file|# pygloss: ignore[".split("|"),
  ..."#|# 𝒳|\\".split("|"),
];
const SPACES = [
  " ",
  "  ",
  "\t",
  "\f",
  "\v",
  "\u00a0",
  "\u2028",
  "\u200b",
  "\ufeff",
  "\\\n",
  "\r",
  "\n",
  "\n\n",
  "        ",
  "\t ",
  "",
];
const TROUBLE = [
  ...[
    "\0",
    "𝒳",
    "\ud800",
    "\udc00",
    "\u202e",
    "\u2066",
    '"""',
    "'''",
    "'",
    '"',
    'f"',
    "rb'",
    "f'{",
    "{{",
    "}}",
    "\\",
    "`",
    "$",
  ],
  ...[
    "?",
    "import",
    "from x import *",
    "global x",
    "async",
    ";",
    "#",
    "lambda: (",
    "@",
    ":=",
    "\x1a",
    "\u0301",
    "print 1",
    "0777",
  ],
];
