import assert from "node:assert/strict";
import { Source } from "../../server/src/core/source.ts";
import { applyEdit, type Grammar } from "../../server/src/core/syntax/grammar.ts";
import { quicken, type Runtime } from "../../server/src/core/syntax/memory.ts";
import { testGrammar } from "../support/gloss.ts";

/** What we rely on in web-tree-sitter, and the trap we work around: a release may change either. */
describe("web-tree-sitter", () => {
  let grammar: Grammar;

  before(async () => {
    grammar = await testGrammar();
  });

  it("counts UTF-16 units in nodes", () => {
    const tree = grammar.parse("'𝒳'; x");
    const identifier = tree.rootNode.descendantsOfType("identifier")[0];
    assert.equal(identifier?.startIndex, 6);
    tree.delete();
  });

  it("takes half of a character for a character, which is why no piece of a text ends in one", () => {
    for (const shift of ["a", "ab", "abc", "abcd"]) {
      const source = new Source(`(${shift}, ${"𝒳, ".repeat(2000)})\n`);
      const tree = grammar.parse(source);
      assert.equal(tree.rootNode.hasError, false);
      const edit = { span: { start: 0, end: source.text.length }, text: `[${source.text.slice(1, -2)}]\n` };
      const after = applyEdit(tree, source, edit);
      const again = grammar.reparse(after, tree, { start: 0, oldEnd: edit.span.end, newEnd: edit.span.end });
      assert.equal(again.rootNode.hasError, false);
      tree.delete();
      again.delete();
    }
  });

  it("restricts a query by positions as asked", () => {
    const tree = grammar.parse("a\nb\nc\nd\n");
    const query = grammar.query("(identifier) @x");
    const found = query.captures(tree.rootNode, {
      startPosition: { row: 1, column: 0 },
      endPosition: { row: 2, column: 1 },
    });
    assert.deepEqual(
      found.map((capture) => capture.node.text),
      ["b", "c"],
    );
    query.delete();
    tree.delete();
  });

  it("takes query indices as bytes of UTF-16, which is why positions are used", () => {
    const tree = grammar.parse("aaaa\nbbbb\ncccc\n");
    const query = grammar.query("(identifier) @x");
    const found = query.captures(tree.rootNode, { startIndex: 10, endIndex: 18 });
    assert.deepEqual(
      found.map((capture) => capture.node.text),
      ["bbbb"],
      "fixed upstream? then indices may be used again",
    );
    query.delete();
    tree.delete();
  });

  it("finds whole numbers where they are when its memory has grown, and leaves other types to the library", () => {
    const asked: string[] = [];
    const runtime: Runtime = {
      HEAP32: new Int32Array(4),
      getValue: (_, type) => asked.push(type),
      setValue: (_address, _value, type) => void asked.push(type),
    };
    quicken(runtime);
    runtime.HEAP32 = new Int32Array(8);
    runtime.setValue?.(20, -7, "i32");
    assert.deepEqual([...runtime.HEAP32], [0, 0, 0, 0, 0, -7, 0, 0]);
    assert.equal(runtime.getValue?.(20, "i32"), -7);
    runtime.setValue?.(20, 1, "i16");
    runtime.getValue?.(20, "i16");
    assert.deepEqual(asked, ["i16", "i16"]);
  });
});
