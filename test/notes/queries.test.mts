import assert from "node:assert/strict";
import { readKnowledge } from "../../knowledge/compiler/read.ts";
import { Module } from "../../server/src/core/module/module.ts";
import { CombinedQuery } from "../../server/src/core/query/compile.ts";
import { Source } from "../../server/src/core/source.ts";
import { ROOT, testGrammar } from "../support/gloss.ts";

const { notes } = await readKnowledge(ROOT);

/** The carets of an example: where in which of its lines something is captured, and as what. */
function carets(example: readonly string[]): { code: string; row: number; column: number; length: number }[] {
  const code: string[] = [];
  const marks: { row: number; column: number; length: number }[] = [];
  for (const line of example) {
    const mark = /^(\s*)(\^+)/.exec(line);
    if (mark) marks.push({ row: code.length - 1, column: (mark[1] ?? "").length - 1, length: (mark[2] ?? "").length });
    else code.push(line.replace(/^ /, ""));
  }
  return marks.map((mark) => ({ code: code.join("\n"), ...mark }));
}

describe("examples above query patterns", () => {
  for (const { id, query } of notes) {
    for (const pattern of query?.patterns ?? []) {
      it(`${id}:${pattern.line} captures what its carets show`, async () => {
        const grammar = await testGrammar();
        const marks = carets(pattern.example);
        assert(marks.length > 0, `${query?.file}:${pattern.line}: no carets above the pattern`);
        const combined = new CombinedQuery(grammar, [{ owner: id, text: pattern.text }]);
        for (const { code, row, column, length } of marks) {
          const tree = grammar.parse(code);
          const module = new Module(tree, new Source(code));
          const captured = [...combined.matches(tree.rootNode, module)].flatMap((match) => match.captures);
          const hit = captured.some(({ node }) => {
            const { startPosition: from, endPosition: to } = node;
            return from.row === row && from.column === column && (to.row > row || to.column >= column + length);
          });
          assert(hit, `${query?.file}:${pattern.line}: nothing is captured at line ${row + 1}, column ${column + 1}`);
          tree.delete();
        }
        combined.free();
      });
    }
  }
});
