import assert from "node:assert/strict";
import { renderSummary, type SummaryFrame } from "../../client/src/summary/render.ts";
import type { CheckedFile, Summary } from "../../client/src/summary/summary.ts";
import { treemap } from "../../client/src/summary/treemap.ts";

const frame: SummaryFrame = {
  stylesheets: ["https://example.test/summary.css"],
  cspSource: "https://example.test",
  language: "en",
  openNote: "pygloss.openNote",
  openPlace: "pygloss.openPlace",
  words: {
    title: "Workspace Check",
    counts: (findings, withFindings, files) => `${findings} in ${withFindings} of ${files}`,
    nothing: "Nothing to report.",
    stopped: "Stopped.",
    map: "Files",
    mapLegend: "Legend",
    byRule: "By Rule",
    byFolder: "By Folder",
    byFile: "By File",
    notesMet: "Met",
    places: (count) => `${count} places`,
    findingsIn: (path, count) => `${path}: ${count}`,
    line: (line) => `line ${line}`,
    more: (count) => `and ${count} more`,
    leftOut: (count) => `${count} left out`,
    top: "(top)",
  },
};

const summary = (id: string) => ({ id, title: `About \`${id}\``, kind: "trap" as const, topic: "t", summary: "" });
const topics = [{ id: "t", title: "T", text: "", notes: [summary("bare-except"), summary("loop-else")] }];

function file(path: string, rules: readonly string[] = [], met: CheckedFile["met"] = {}): CheckedFile {
  const findings = rules.map((rule, line) => ({ rule, severity: "warning" as const, message: "", line, character: 2 }));
  return { uri: `file:///${encodeURIComponent(path)}`, path, lines: 10, findings, met };
}

function page(files: readonly CheckedFile[], changes: Partial<Summary> = {}): string {
  return renderSummary({ files, leftOut: [], isComplete: true, ...changes }, topics, frame);
}

describe("the page about a check of the workspace", () => {
  it("counts by rule, by folder and by file, most first, and the notes that the code meets", () => {
    const html = page([
      file("a/one.py", ["loop-else", "bare-except"], { "loop-else": 2 }),
      file("b/two.py", ["bare-except"], { "loop-else": 1, "bare-except": 5 }),
      file("b/three.py"),
    ]);
    assert.match(html, /3 in 2 of 3/);
    assert.deepEqual(rows(html, "By Rule"), ["About bare-except 2", "About loop-else 1"]);
    assert.deepEqual(rows(html, "By Folder"), ["a 2", "b 1"]);
    assert.deepEqual(rows(html, "By File"), ["a/one.py 2", "b/two.py 1"]);
    assert.deepEqual(rows(html, "Met"), ["About bare-except 5", "About loop-else 3"]);
  });

  it("leads to notes and to places", () => {
    const html = page([file("one.py", ["bare-except"])]);
    assert.ok(html.includes(`href="command:pygloss.openNote?${encodeURIComponent('["bare-except"]')}"`));
    const place = { uri: "file:///one.py", line: 0, character: 2 };
    assert.ok(html.includes(`href="command:pygloss.openPlace?${encodeURIComponent(JSON.stringify([place]))}"`));
  });

  it("takes names of files for text, whatever is in them", () => {
    const html = page([file('"><img src=x>/<script>\u202e\n.py', ["bare-except"])], { leftOut: ["<b>.py"] });
    assert.doesNotMatch(html, /<img|<script|<b>|\u202e/);
    assert.match(html, /&lt;script&gt;\uFFFD\uFFFD\.py/);
  });

  it("allows its own stylesheet and nothing else", () => {
    const html = page([file("one.py", ["bare-except"])]);
    assert.ok(html.includes(`content="default-src 'none'; style-src https://example.test"`));
    assert.doesNotMatch(html, / style=|<style| on\w+=/);
  });

  it("says when there is nothing, when it was stopped, and what was left out", () => {
    assert.match(page([file("one.py")]), /Nothing to report/);
    assert.doesNotMatch(page([]), /Nothing to report|<svg/);
    assert.match(page([file("one.py")], { isComplete: false, leftOut: ["big.py"] }), /Stopped.*1 left out.*big\.py/s);
  });
});

describe("a treemap", () => {
  it("fills its box with areas as the sizes are", () => {
    const sizes = [60, 1, 20, 5, 5, 300, 7, 0.5];
    const tiles = treemap(sizes, (size) => size, { x: 10, y: 20, width: 300, height: 200 });
    const total = sizes.reduce((sum, size) => sum + size, 0);
    for (const { of, box } of tiles) {
      assert.ok(Math.abs(box.width * box.height - (of / total) * 60_000) < 1e-6);
      assert.ok(box.x > 10 - 1e-6 && box.y > 20 - 1e-6);
      assert.ok(box.x + box.width < 310 + 1e-6 && box.y + box.height < 220 + 1e-6);
    }
    assert.equal(tiles.length, sizes.length);
  });

  it("lays no tile over another, and makes them nearly square", () => {
    const tiles = treemap(
      Array.from({ length: 40 }, (_, index) => index + 1),
      (size) => size,
      { x: 0, y: 0, width: 1000, height: 440 },
    );
    for (const { box: a } of tiles) {
      assert.ok(Math.max(a.width / a.height, a.height / a.width) < 4, JSON.stringify(a));
      for (const { box: b } of tiles) {
        const apart = a.x + a.width <= b.x + 1e-6 || b.x + b.width <= a.x + 1e-6;
        const above = a.y + a.height <= b.y + 1e-6 || b.y + b.height <= a.y + 1e-6;
        assert.ok(a === b || apart || above);
      }
    }
  });
});

/** The rows of a section, as they are read. */
function rows(html: string, title: string): string[] {
  const [, table = ""] = new RegExp(`<h2>${title}</h2>\\s*<table[^>]*>(.*?)</table>`, "s").exec(html) ?? [];
  return [...table.matchAll(/<th scope="row">(.*?)(?:<details>.*?)?<\/th><td class="number">(\d+)<\/td>/gs)].map(
    ([, name = "", count]) => `${name.replaceAll(/<[^>]*>/g, "")} ${count}`,
  );
}
