import assert from "node:assert/strict";
import { Source } from "../../server/src/core/source.ts";
import { Dice } from "../fuzz/mutate.ts";

/** Every offset of a text must come back from its position. */
function roundTrip(text: string): void {
  const source = new Source(text);
  for (let offset = 0; offset <= text.length; offset++) {
    const isInsideCrLf = text[offset] === "\n" && text[offset - 1] === "\r";
    if (!isInsideCrLf) assert.equal(source.offsetAt(source.positionAt(offset)), offset, JSON.stringify([text, offset]));
  }
}

describe("Source", () => {
  it("counts lines at \\n, \\r\\n and a lone \\r", () => {
    assert.equal(new Source("a\nb\r\nc\rd").lineCount, 4);
    assert.equal(new Source("").lineCount, 1);
    assert.equal(new Source("a\n").lineCount, 2);
  });

  it("turns offsets into positions and back", () => {
    for (const text of ["", "a", "a\nb", "a\r\nb\r\n", "a\rb", "\n\n", "x = '𝒳' # é\n\ty"]) roundTrip(text);
  });

  it("counts UTF-16 units", () => {
    assert.deepEqual(new Source("𝒳𝒳 x").positionAt(5), { line: 0, character: 5 });
  });

  it("takes a position past the line's end as that end, and one past the file as the file's", () => {
    const source = new Source("ab\r\ncd");
    assert.equal(source.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(source.offsetAt({ line: 99, character: 0 }), 6);
    assert.equal(source.offsetAt({ line: -1, character: -1 }), 0);
  });

  it("knows the file's own line end", () => {
    assert.equal(new Source("a\r\nb\n").newline, "\r\n");
    assert.equal(new Source("a\rb").newline, "\r");
    assert.equal(new Source("a").newline, "\n");
  });

  it("knows its lines after a replacement as it would from the start", () => {
    const pieces = ["", "a", "\n", "\r", "\r\n", "a\nb", "\n\r", "𝒳"];
    for (const text of ["", "a\r\nb\rc\n\nd", "\n", "\r\n\r\n", "ab\ncd"]) {
      for (let start = 0; start <= text.length; start++) {
        for (let end = start; end <= text.length; end++) {
          for (const piece of pieces) {
            const replaced = new Source(text).replaced(start, end, piece);
            const fresh = new Source(text.slice(0, start) + piece + text.slice(end));
            const starts = (source: Source) =>
              Array.from({ length: source.lineCount }, (_, line) => source.lineStart(line));
            assert.equal(replaced.text, fresh.text);
            assert.deepEqual(starts(replaced), starts(fresh), JSON.stringify([text, start, end, piece]));
          }
        }
      }
    }
  });

  it("is the same text after many edits, near each other and far apart, short and long", () => {
    const dice = new Dice(1, 1);
    const pieces = ["", "a", "\n", "\r", "\r\n", "𝒳", "x = 1\n".repeat(900)];
    let text = "def f():\n    return 1\n".repeat(1000);
    let source = new Source(text);
    for (let time = 0, start = 0; time < 500; time++) {
      start = Math.min(text.length, dice.number(4) === 0 ? dice.number(text.length + 1) : start + dice.number(50));
      const end = Math.min(text.length, start + (dice.number(20) === 0 ? dice.number(6000) : dice.number(3)));
      const piece = dice.of(pieces);
      source = source.replaced(start, end, piece);
      text = text.slice(0, start) + piece + text.slice(end);
      const fresh = new Source(text);
      for (const reach of [3, 300, 9000]) {
        const from = Math.max(0, start - dice.number(reach));
        assert.equal(source.slice(from, from + reach), text.slice(from, from + reach));
      }
      const lines = ({ lineCount, length, newline, hasReturns }: Source) => [lineCount, length, newline, hasReturns];
      assert.deepEqual(lines(source), lines(fresh));
      assert.deepEqual(source.positionAt(start), fresh.positionAt(start));
      assert.equal(source.line(source.lineAt(start)), fresh.line(fresh.lineAt(start)));
      if (time % 10 === 0) assert.equal(source.text, text);
    }
  });
});
