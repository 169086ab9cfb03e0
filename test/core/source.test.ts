import assert from "node:assert/strict";
import { Source } from "../../server/src/core/source.ts";

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
});
