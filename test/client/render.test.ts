import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type NoteFrame, type PageFrame, renderNote, renderPage } from "../../client/src/viewer/render.ts";
import type { NoteDocument } from "../../server/src/lsp/protocol.ts";

const frame: PageFrame = {
  stylesheets: ["https://example.test/note.css"],
  script: "https://example.test/note.js",
  diagramScript: "https://example.test/diagrams.js",
  cspSource: "https://example.test",
  nonce: "abc123",
  language: "en",
  backCommand: "pygloss.noteBack",
  forwardCommand: "pygloss.noteForward",
  words: {
    navigation: "Notes",
    back: "Back",
    forward: "Forward",
    search: "Search in notes",
    noHits: "No note found",
    diagram: "Diagram",
    example: "Example",
    table: "Table",
    copy: "Copy",
    copied: "Copied",
    run: "Run",
    stop: "Stop",
    edit: "Edit",
    reset: "Reset",
    code: "Code",
    output: "Output",
    loading: "Starting",
    running: "Running",
    nothingPrinted: "Nothing",
    stopped: "Stopped",
    tooLong: "Too long",
    tooMuch: "Too much",
    failed: "Failed:",
    cannotRun: "Not here:",
    lacks: {
      threads: "no threads",
      processes: "no processes",
      network: "no network",
      keyboard: "no keyboard",
      modules: "no modules",
      machine: "no machine",
      depth: "no depth",
    },
    finding: "reported here",
    backlinks: "Notes That Speak of This",
    concept: "Concept",
    trap: "Trap",
    better: "Better",
    sources: "Sources",
    sameAs: "Same As",
    related: "Related Notes",
    silence: "Silence on One Line",
    previousOnPath: "Previous",
    nextOnPath: "Next",
  },
};

const note: NoteDocument = {
  id: "mutable-default-argument",
  title: "Mutable default argument",
  kind: "trap",
  topic: "functions",
  topicTitle: "Functions",
  summary: "Evaluated **once**.",
  body: "",
  sources: [],
  related: [],
  backlinks: [],
  sameAs: {},
};

const noteFrame: NoteFrame = { openCommand: "pygloss.openNote", words: frame.words };

const page = (changes: Partial<NoteDocument> = {}) => renderNote({ ...note, ...changes }, noteFrame);

describe("the page of a note", () => {
  it("says what the note is, where it belongs and what it is about", () => {
    const html = page();
    assert.match(html, /<span class="kind trap">Trap<\/span> Functions/);
    assert.match(html, /<h1 tabindex="-1">Mutable default argument<\/h1>/);
    assert.match(html, /<p>Evaluated <strong>once<\/strong>\.<\/p>/);
  });

  it("allows its own stylesheet, script and pictures and nothing else", () => {
    const policy =
      "default-src 'none'; style-src https://example.test 'nonce-abc123'; img-src https://example.test data:; script-src 'nonce-abc123' 'wasm-unsafe-eval'; worker-src blob:; base-uri 'none'; form-action 'none'";
    const html = renderPage(frame);
    assert.ok(html.includes(`content="${policy}"`), html);
    const scripts = html.match(/<script[^>]*>/g);
    assert.deepEqual(scripts, ['<script nonce="abc123" src="https://example.test/note.js">']);
    assert.doesNotMatch(page({ body: "| a |\n| - |\n| b |" }), / style=|<style| on\w+=/);
  });

  it("hands its script what it needs as data, never as code", () => {
    const html = renderPage({ ...frame, words: { ...frame.words, copy: '"><script>' } });
    assert.match(html, /data-words="[^"]*&quot;copy&quot;:&quot;\\&quot;&gt;&lt;script&gt;&quot;/);
  });

  it("says for which versions of Python it holds", () => {
    assert.match(page({ python: ">=3.10" }), /<span class="kind version">Python 3\.10\+<\/span>/);
    assert.match(page({ python: ">=3.8,<3.12" }), /Python &gt;=3\.8,&lt;3\.12<\/span>/);
    assert.doesNotMatch(page(), /version/);
  });

  it("names the notes that speak of it", () => {
    const { topicTitle, body, sources, related, backlinks, sameAs, ...summary } = note;
    assert.match(page({ backlinks: [summary] }), /<h2>Notes That Speak of This<\/h2>\s*<ul>\s*<li><a href="command:/);
    assert.doesNotMatch(page(), /Speak of This<\/h2>/);
  });

  it("leads along the path on which it was opened", () => {
    const place = { path: "first", label: "First: note 1 of 2", previous: undefined, next: { ...note, id: "other" } };
    const html = renderNote(note, noteFrame, place);
    assert.match(html, /<h2>First: note 1 of 2<\/h2>/);
    const link = `pygloss.openNote?${encodeURIComponent('["other","first"]')}`;
    assert.ok(html.includes(`<a rel="next" href="command:${link}" title="Next">`), html);
    assert.doesNotMatch(html, /rel="prev"/);
    assert.doesNotMatch(page(), /class="path"/);
  });

  it("puts a trap and what to do instead on two sides, and the rest below", () => {
    const text = "Why.\n\n```python trap\nx\n```\n\n## Instead\n\nDo this.\n\n## When it is fine\n\nNever.\n";
    assert.match(
      page({ body: text }),
      /<div class="side"><p>Why.*<div class="side"><h2>Instead<\/h2>\s*<p>Do this\.<\/p>\s*<\/div>\s*<\/div>\s*<h2>When/s,
    );
    assert.match(page({ body: "Why.\n\n## Instead\n\nThis.\n" }), /<h2>Instead<\/h2>\s*<p>This\.<\/p>\s*<\/div>/);
    assert.doesNotMatch(page({ body: text, kind: "concept" }), /class="side"/);
    assert.doesNotMatch(page({ body: "Why.\n" }), /class="side"/);
  });

  it("opens other notes by a command", () => {
    assert.match(
      page({ body: "See [closures](note:late-binding-closures)." }),
      /<a href="command:pygloss\.openNote\?%5B%22late-binding-closures%22%5D">closures<\/a>/,
    );
  });

  it("lists related notes and marks the traps among them", () => {
    const { topicTitle, body, sources, related, backlinks, sameAs, ...summary } = note;
    const html = page({ related: [{ ...summary, id: "list-type", title: "`list`", kind: "concept" }, summary] });
    assert.match(html, /<a href="command:pygloss\.openNote\?%5B%22list-type%22%5D"><code>list<\/code><\/a><\/li>/);
    assert.match(html, /Mutable default argument<\/a> <span class="kind trap">Trap<\/span><\/li>/);
  });

  it("names the same finding of other tools", () => {
    const html = page({ sameAs: { ruff: ["B006"], pylint: ["W0102", "dangerous-default-value"], sonar: [] } });
    assert.match(html, /<li>Ruff <code>B006<\/code><\/li>/);
    assert.match(html, /<li>Pylint <code>W0102<\/code>, <code>dangerous-default-value<\/code><\/li>/);
    assert.doesNotMatch(html, /Sonar/);
  });

  it("links sources that are web pages", () => {
    const html = page({
      sources: [
        { title: "The FAQ", url: "https://docs.python.org/3/faq/?a=1&b=2" },
        { title: "Not a page", url: "javascript:alert(1)" },
      ],
    });
    assert.match(html, /<a href="https:\/\/docs\.python\.org\/3\/faq\/\?a=1&amp;b=2">The FAQ<\/a>/);
    assert.match(html, /<li>Not a page<\/li>/);
    assert.doesNotMatch(html, /javascript/);
  });

  it("leads back and forward once there is something to go to", () => {
    const html = renderPage(frame);
    assert.equal(html.match(/aria-disabled="true"/g)?.length, 2);
    assert.match(html, /data-href="command:pygloss\.noteBack" aria-label="Back"/);
    assert.match(html, /data-href="command:pygloss\.noteForward" aria-label="Forward"/);
    assert.doesNotMatch(html, / href="command:/);
  });

  it("tells how to silence a trap, and has nothing to silence in a concept", () => {
    assert.match(page(), /<code># pygloss: ignore\[mutable-default-argument\]<\/code>/);
    assert.doesNotMatch(page({ kind: "concept" }), /pygloss: ignore/);
  });
});

describe("the text of a note", () => {
  it("is never HTML of its own", () => {
    const evil = '<img src=x onerror=alert(1)> "quoted" & more';
    const html = page({
      title: evil,
      summary: evil,
      body: evil,
      topicTitle: evil,
      sources: [{ title: evil, url: `https://example.test/"${evil}` }],
      sameAs: { ruff: [evil] },
    });
    assert.doesNotMatch(html, /<img/);
    assert.match(html, /&lt;img src=x onerror=alert\(1\)&gt;/);
  });

  it("links to web pages and notes only", () => {
    for (const url of ["command:workbench.action.quit", "javascript:alert(1)", "file:///etc/passwd", "note:../x"]) {
      assert.doesNotMatch(page({ body: `[here](${url})` }), /<article>\s*<p><a/, url);
    }
    assert.match(page({ body: "[here](https://peps.python.org)" }), /<a href="https:\/\/peps\.python\.org">here<\/a>/);
  });

  it("shows no images", () => {
    assert.doesNotMatch(page({ body: "![alt](https://example.test/a.png)" }), /<img/);
  });

  it("scrolls wide tables by themselves", () => {
    assert.match(
      page({ body: "| a |\n| - |\n| b |" }),
      /<div class="table" tabindex="0" role="group" aria-label="Table"><table>.*<\/table><\/div>/s,
    );
  });
});

describe("the examples of a note", () => {
  const fence = (info: string, code: string) => page({ body: `\`\`\`${info}\n${code}\n\`\`\`` });

  it("are coloured when they are Python", () => {
    assert.match(fence("python", "return None"), /<span class="hljs-keyword">return<\/span>/);
  });

  it("keep prompts, code and output of a session apart", () => {
    const html = fence("python", ">>> for x in 'ab':\n...     print(x)\na\nb");
    assert.match(html, /<pre class="session"/);
    assert.match(html, /<span class="hljs-meta prompt_">&gt;&gt;&gt;<\/span>/);
    assert.match(html, /<span class="hljs-meta prompt_">\.\.\.<\/span>/);
    assert.match(html, /<span class="hljs-keyword">for<\/span>/);
    assert.match(html, /\na\nb\n<\/code>/);
  });

  it("are marked when they show the trap or the better way", () => {
    assert.match(
      fence("python trap", "x = []"),
      /<figure class="trap">\s*<figcaption>Trap<\/figcaption>\s*<div class="example"><pre/,
    );
    assert.match(fence("python better system", "x = 1"), /<figcaption>Better<\/figcaption>/);
    assert.match(fence("python trap norun: no better way", "x = 1"), /<figcaption>Trap<\/figcaption>/);
  });

  it("show nothing else of what tests read behind the language", () => {
    assert.doesNotMatch(fence("python norun: needs a better network", "x = 1"), /norun|figure/);
    assert.doesNotMatch(fence("python system", "x = 1"), /system/);
  });

  it("can be run and edited, or say why they cannot", () => {
    const run =
      /<pre.*<div class="tools"><button type="button" class="run">Run<\/button><button .*class="edit">Edit<\/button><\/div>/s;
    assert.match(fence("python", "x = 1"), run);
    assert.match(fence("python better", "x = 1"), run);
    const not = (reason: string) =>
      new RegExp(`class="run" disabled>Run</button><span class="reason">Not here: ${reason}</span></div>`);
    assert.match(fence("python norun: needs <b>NumPy</b>", "x = 1"), not("needs &lt;b&gt;NumPy&lt;/b&gt;"));
    assert.match(fence("python", "import subprocess"), not("no processes"));
    assert.doesNotMatch(fence("text", "x"), /class="tools"/);
  });

  it("are shown as they are when they are not Python", () => {
    assert.match(
      fence("mermaid", "a --> b<br>"),
      /<div class="diagram"><pre class="lang-mermaid" tabindex="0" role="group" aria-label="Diagram"><code>a --&gt; b&lt;br&gt;\n/,
    );
    assert.match(
      fence("", "plain"),
      /<pre class="lang-text" tabindex="0" role="group" aria-label="Example"><code>plain\n/,
    );
  });
});
