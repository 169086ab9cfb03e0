import assert from "node:assert/strict";
import { moveRange } from "../../client/src/others/move.ts";
import { range } from "../lsp/client.ts";

describe("a range that an edit moves", () => {
  const at = (line: number, character: number) => ({ line, character });
  const change = (text: string, line: number, start: number, end = start, endLine = line) => ({
    range: range(line, start, end, endLine),
    text,
  });

  it("stays where it is, or goes along with the text behind it", () => {
    const moved = (text: string, ...where: [number, number, number?, number?]) =>
      moveRange(range(5, 10, 12), change(text, ...where)).start;
    assert.deepEqual(moved("\n", 6, 0), at(5, 10), "below");
    assert.deepEqual(moved("x", 5, 11), at(5, 10), "inside");
    assert.deepEqual(moved("\n\n", 2, 3), at(7, 10), "above");
    assert.deepEqual(moved("ab", 5, 0), at(5, 12), "before it in its line");
    assert.deepEqual(moved("a\nbc", 5, 4), at(6, 8), "a new line before it");
    assert.deepEqual(moved("", 3, 2, 4, 5), at(3, 8), "lines joined");
    assert.deepEqual(moved("", 1, 0, 0, 3), at(3, 10), "lines gone above");
    assert.deepEqual(moved("x", 4, 0, 3, 9), at(4, 0), "it is gone");
  });

  it("grows with what is written in it", () => {
    assert.deepEqual(moveRange(range(5, 10, 12), change("\n", 5, 11)), range(5, 10, 1, 6));
  });
});
