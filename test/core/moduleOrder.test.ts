import assert from "node:assert/strict";
import type { Node } from "web-tree-sitter";
import {
  enclosingClass,
  enclosingFunction,
  enclosingLoop,
  enclosingMethod,
  inAsync,
} from "../../server/src/core/module/context.ts";
import type { Module } from "../../server/src/core/module/module.ts";
import {
  alwaysLeaves,
  alwaysReturns,
  areExclusive,
  canFollow,
  enclosingHandler,
  usesAfter,
} from "../../server/src/core/module/order.ts";
import { codeChildren } from "../../server/src/core/syntax/nodes.ts";
import { ask, askAll, prepareToAsk, table } from "../support/ask.ts";

const inFunction = (body: string) => `def f():\n${body.replace(/^/gm, "    ")}`;

describe("where code stands", () => {
  before(prepareToAsk);

  describe("in which function", () => {
    table(
      (text) => ask(text, (_, node) => enclosingFunction(node)?.childForFieldName("name")?.text ?? null),
      [
        ["its body", "def f():\n    «x»", "f"],
        ["the nearest one", "def f():\n    def g():\n        «x»", "g"],
        ["not with its decorator", "def f():\n    @«x»\n    def g(): ...", "f"],
        ["not with its default", "def f(a=«x»): ...", null],
        ["not with its annotation", "def f(a: «x»): ...", null],
        ["through a class body", "def f():\n    class A:\n        «x»", "f"],
        ["through a comprehension", "def f():\n    [«x» for y in z]", "f"],
        ["of a module", "«x»", null],
      ],
    );
  });

  describe("in which class and method", () => {
    const place = (text: string) =>
      ask(text, (_, node) => {
        const found = enclosingMethod(node);
        return found && [found.owner, found.method].map((one) => one.childForFieldName("name")?.text).join(".");
      });
    table(place, [
      ["a method", "class A:\n    def f(self): «x»", "A.f"],
      ["a function in one", "class A:\n    def f(self):\n        def g(): «x»", "A.f"],
      ["a decorated one", "class A:\n    @d\n    def f(self): «x»", "A.f"],
      ["none", "def f(): «x»", null],
    ]);
    it("a definition's own class", () => {
      const owner = (text: string) =>
        ask(text, (_, node) => enclosingClass(node)?.childForFieldName("name")?.text ?? null);
      assert.equal(owner("class A:\n    «def f(self): ...»"), "A");
      assert.equal(owner("class A:\n    if x:\n        «def f(self): ...»"), null);
    });
  });

  describe("on an event loop", () => {
    table(
      (text) => ask(text, (_, node) => inAsync(node)),
      [
        ["in a coroutine", "async def f():\n    «x»", true],
        ["in a comprehension of one", "async def f():\n    [«x» for y in z]", true],
        ["not in a function of one", "async def f():\n    def g(): «x»", false],
        ["not in a lambda of one", "async def f():\n    lambda: «x»", false],
        ["not in its default", "async def f(a=«x»): ...", false],
        ["not in a function", "def f(): «x»", false],
      ],
    );
  });

  describe("in a loop", () => {
    table(
      (text) => ask(text, (_, node) => enclosingLoop(node)?.type ?? null),
      [
        ["of for", "for y in z: «x»", "for_statement"],
        ["of while", "while y: «x»", "while_statement"],
        ["its condition", "while «x»: ...", "while_statement"],
        ["not its iterable", "for y in «x»: ...", null],
        ["not its else", "for y in z: ...\nelse: «x»", null],
        ["not the else of while", "while y: ...\nelse: «x»", null],
        ["not a function in it", "for y in z:\n    def f(): «x»", null],
      ],
    );
  });

  describe("in a handler", () => {
    table(
      (text) => ask(text, (_, node) => enclosingHandler(node)?.childForFieldName("value")?.text ?? null),
      [
        ["its suite", "try: ...\nexcept E: «x»", "E"],
        ["deep in it", "try: ...\nexcept E:\n    if y:\n        «x»", "E"],
        ["not its exception", "try: ...\nexcept «E»: ...", null],
        ["not the body", "try: «x»\nexcept E: ...", null],
        ["not the else", "try: ...\nexcept E: ...\nelse: «x»", null],
        ["not the finally", "try: ...\nexcept E: ...\nfinally: «x»", null],
        ["not a function in it", "try: ...\nexcept E:\n    def f(): «x»", null],
        [
          "a handler in a function in a handler",
          "try: ...\nexcept E:\n    def f():\n        try: ...\n        except F: «x»",
          "F",
        ],
      ],
    );
  });

  describe("can follow the beginning", () => {
    table(
      (text) => ask(text, (module, node) => canFollow(firstStatement(node, module), node, module)),
      [
        ["not behind return", "def f():\n    return\n    «x»", false],
        ["not behind raise", "def f():\n    raise E\n    «x»", false],
        ["not behind sys.exit", "from sys import exit as bye\nbye()\n«x»", false],
        ["behind another exit", "def exit(): ...\nexit()\n«x»", true],
        ["behind one branch", "def f():\n    if y: return\n    «x»", true],
        [
          "not behind all branches",
          "def f():\n    if y: return\n    elif z: raise E\n    else: return\n    «x»",
          false,
        ],
        [
          "not behind all cases",
          "def f():\n    match y:\n        case 1: return\n        case _: return\n    «x»",
          false,
        ],
        ["behind some cases", "def f():\n    match y:\n        case 1: return\n        case 2: return\n    «x»", true],
        ["behind a guarded case", "def f():\n    match y:\n        case z if z: return\n    «x»", true],
        ["not behind break", "for y in z:\n    break\n    «x»", false],
        ["behind a loop with break", "while True:\n    break\n«x»", true],
        ["behind a loop with the break of another", "while True:\n    for y in z: break\n«x»", false],
        ["behind a loop", "def f():\n    for y in z: return\n    «x»", true],
        ["not behind try and handlers", "def f():\n    try: return\n    except E: raise\n    «x»", false],
        ["behind a handler", "def f():\n    try: return\n    except E: pass\n    «x»", true],
        ["not behind finally", "def f():\n    try: y()\n    finally: return\n    «x»", false],
        ["behind a with, which may swallow", "def f():\n    with y: raise E\n    «x»", true],
        ["deep behind return", "def f():\n    return\n    if y:\n        «x»", false],
      ],
    );
  });

  describe("always returns", () => {
    table(
      (text) => ask(inFunction(text), (module, node) => alwaysReturns(enclosingFunction(node) ?? node, module)),
      [
        ["with a return", "«x»\nreturn 1", true],
        ["not at its end", "if y:\n    return 1\n«x»", false],
        ["in both branches", "if «y»: return 1\nelse: raise E", true],
        ["in an endless loop", "while True:\n    «x»", true],
        ["not out of a loop", "for y in z:\n    return «x»", false],
      ],
    );
    it("leaves a loop, too", () => {
      const leaves = (text: string) =>
        ask(text, (module, node) => {
          const block = enclosingLoop(node)?.childForFieldName("body");
          return block && alwaysLeaves(block, module);
        });
      assert.equal(leaves("for y in z:\n    if «y»: break\n    else: continue"), true);
      assert.equal(leaves("for y in z:\n    if «y»: break"), false);
    });
  });

  describe("excludes another place", () => {
    table(
      (text) => askAll(text, (_, [a, b]) => a && b && areExclusive(a, b)),
      [
        ["in if and else", "if y: «a»\nelse: «b»", true],
        ["in if and elif", "if y: «a»\nelif z: «b»", true],
        ["not a condition", "if «a»: «b»", false],
        ["not a later condition", "if y: «a»\nelif «b»: ...", false],
        ["not one block", "if y:\n    «a»\n    «b»", false],
        ["in cases", "match y:\n    case 1: «a»\n    case 2: «b»", true],
        ["in a conditional expression", "«a» if y else «b»", true],
        ["not its condition", "«a» if «b» else y", false],
        ["in two handlers", "try: ...\nexcept E: «a»\nexcept F: «b»", true],
        ["in a handler and else", "try: ...\nexcept E: «a»\nelse: «b»", true],
        ["not in try and handler", "try: «a»\nexcept E: «b»", false],
        ["not one after the other", "if y: «a»\nif z: «b»", false],
      ],
    );
  });

  describe("can follow", () => {
    table(
      (text) => askAll(text, (module, [a, b]) => a && b && canFollow(a, b, module)),
      [
        ["in order", "«a»\n«b»", true],
        ["in a branch", "«a»\nif y: «b»", true],
        ["out of a branch", "if y: «a»\n«b»", true],
        ["not out of one that returns", "def f():\n    if y:\n        «a»\n        return\n    «b»", false],
        ["not out of a return", "def f():\n    if y: return «a»\n    «b»", false],
        ["not into the other branch", "if y: «a»\nelse: «b»", false],
        ["behind a loop that was left", "for y in z:\n    «a»\n    break\n«b»", true],
        ["not further in a loop that was left", "for y in z:\n    if y:\n        «a»\n        break\n    «b»", false],
        ["past a return of others", "def f():\n    «a»\n    if y: return\n    «b»", true],
        ["not behind a return", "def f():\n    «a»\n    return\n    «b»", false],
      ],
    );
  });

  describe("uses afterwards", () => {
    const uses = (text: string) =>
      askAll(text, (module, [place, name]) => {
        assert(place && name);
        return usesAfter(place, name, module).map((use) => use.startPosition.row + 1);
      });
    table(uses, [
      ["further down", "«x = 1»\n«x»\nx", [2, 3]],
      ["not further up", "x = 1\nx\n«y»\n«x»", [4]],
      ["no stores", "«y»\nx = 1\n«x»", [3]],
      ["augmented ones", "«y»\nx += 1\nprint(«x»)", [2, 3]],
      ["further up in a loop", "x = 1\nfor z in w:\n    x\n    «y»\n«x»", [3, 5]],
      ["in functions", "x = 1\ndef f(): x\n«y»\n«x»", [2, 4]],
      ["not in the other branch", "x = 1\nif w: «y»\nelse: x\n«x»", [4]],
      ["not of another scope", "«x = 1»\n«x»\ndef f(x): x", [2]],
    ]);
  });
});

/** Of the function that a node is in, or of the module. */
function firstStatement(node: Node, module: Module): Node {
  const body = enclosingFunction(node)?.childForFieldName("body") ?? module.root;
  return codeChildren(body)[0] ?? node;
}
