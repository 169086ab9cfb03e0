import type { Corpus, Dice } from "./mutate.ts";
import { randomPython } from "./mutate.ts";

/** A message to the server, as it goes over the wire. What is in it may be nonsense. */
export interface Message {
  readonly jsonrpc: "2.0";
  readonly method: string;
  readonly params?: unknown;
  /** Requests have one. */
  readonly id?: number | string;
}

const URIS = ["file:///project/a.py", "file:///project/test_b.py", "untitled:Untitled-1", "file:///project/c.pyi"];
const STRANGE_URIS = ["", "not an address", "file:///", "vscode-notebook-cell:/x/book.ipynb#W0", "file:///%zz.py"];

/** What editors say, and what none should, in any order. */
export function randomSession(corpus: Corpus, dice: Dice): Message[] {
  const length = 5 + dice.number(40);
  const versions = new Map<string, number>();
  const messages = Array.from({ length }, (_, index) => randomMessage(corpus, dice, versions, index + 1));
  if (dice.chance(0.1)) messages.splice(dice.number(length), 0, request("shutdown", undefined, length + 1));
  return messages;
}

function randomMessage(corpus: Corpus, dice: Dice, versions: Map<string, number>, id: number): Message {
  const uri = dice.chance(0.05) ? dice.of(STRANGE_URIS) : dice.of(URIS);
  const version = (versions.get(uri) ?? 0) + (dice.chance(0.1) ? dice.of([-5, 0, 7, 2 ** 40]) : 1);
  versions.set(uri, version);
  const textDocument = { uri };
  switch (dice.number(12)) {
    case 0:
    case 1: {
      const languageId = dice.chance(0.05) ? dice.of(["markdown", "Python", ""]) : "python";
      const text = randomPython(corpus, dice);
      return notification("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
    }
    case 2:
    case 3:
    case 4:
    case 5: {
      const contentChanges = Array.from({ length: 1 + dice.number(3) }, () => randomChange(corpus, dice));
      return notification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    }
    case 6:
      return notification("textDocument/didClose", { textDocument });
    case 7:
    case 8:
      return request(dice.of(AT_POSITIONS), { textDocument, position: randomPosition(dice) }, id);
    case 9: {
      const context = { diagnostics: [], ...(dice.chance(0.3) ? { only: [dice.of(KINDS)] } : {}) };
      return request("textDocument/codeAction", { textDocument, range: randomRange(dice), context }, id);
    }
    case 10:
      return request(dice.of(OTHERS), { textDocument, query: "list", id: "is-literal", limit: dice.number(5) }, id);
    default:
      return nonsense(dice, textDocument, id);
  }
}

function nonsense(dice: Dice, textDocument: { readonly uri: string }, id: number): Message {
  const params = dice.of([undefined, null, [], [1], "x", {}, { textDocument: null }, { textDocument, position: "x" }]);
  switch (dice.number(6)) {
    case 0:
      return notification("$/cancelRequest", { id: dice.of([id - 1, id - 2, id + 1000, "x", null]) });
    case 1:
      return request(`unknown/${dice.number(3)}`, params, id);
    case 2:
      return notification(dice.of(["unknown/it", "$/unknown", "initialized"]), {});
    case 3:
      return request(dice.of([...AT_POSITIONS, ...OTHERS, "textDocument/codeAction"]), params, id);
    case 4: {
      const settings = dice.of([
        null,
        [],
        "x",
        { pygloss: { rules: { "is-literal": "off" } } },
        { pygloss: 1 },
        { rules: 7 },
      ]);
      return notification("workspace/didChangeConfiguration", { settings });
    }
    default:
      return notification(dice.of(NOTIFICATIONS), params);
  }
}

const AT_POSITIONS = ["textDocument/hover", "textDocument/completion", "pygloss/notesAt"];
const OTHERS = ["textDocument/diagnostic", "pygloss/met", "pygloss/note", "pygloss/search", "pygloss/library"];
const KINDS = ["quickfix", "source", "source.fixAll.pygloss", "refactor", ""];
const NOTIFICATIONS = [
  "textDocument/didOpen",
  "textDocument/didChange",
  "textDocument/didClose",
  "textDocument/didSave",
  "workspace/didChangeConfiguration",
  "workspace/didChangeWatchedFiles",
];

function randomChange(corpus: Corpus, dice: Dice): unknown {
  const text = dice.chance(0.3)
    ? randomPython(corpus, dice)
    : dice.of(["", "x", "\n", '"""', "𝒳", "\r\n", "def f(a=[]):\n    ", "("]);
  if (dice.chance(0.1)) return { text };
  if (dice.chance(0.04)) return dice.of([{}, { text: 7 }, { range: null, text }, { range: { start: {} }, text }, null]);
  return { range: randomRange(dice), text };
}

function randomRange(dice: Dice) {
  const start = randomPosition(dice);
  const isNear = dice.chance(0.7);
  return {
    start,
    end: isNear ? { line: start.line, character: start.character + dice.number(8) } : randomPosition(dice),
  };
}

/** Mostly in a small text; sometimes beyond any, or before it. */
function randomPosition(dice: Dice) {
  const number = (below: number) =>
    dice.chance(0.03) ? dice.of([-1, -(2 ** 31), 2 ** 31 - 1, 2 ** 53]) : dice.number(below);
  return { line: number(12), character: number(50) };
}

function request(method: string, params: unknown, id: number): Message {
  return { jsonrpc: "2.0", method, id, ...(params === undefined ? {} : { params }) };
}

function notification(method: string, params: unknown): Message {
  return { jsonrpc: "2.0", method, ...(params === undefined ? {} : { params }) };
}
