import assert from "node:assert/strict";
import type { SearchFilter } from "../../server/src/core/notes/note.ts";
import { NoteIndex } from "../../server/src/core/notes/search.ts";
import { testGloss } from "../support/gloss.ts";

const entry = {
  kind: "concept",
  topic: "words",
  aliases: [],
  related: [],
  explains: [],
  names: [],
  sources: [],
} as const;
const make = () =>
  new NoteIndex(
    [
      { ...entry, id: "first", title: "First", summary: "Says `little`.", sameAs: {} },
      { ...entry, id: "second", title: "Second", kind: "trap", topic: "other", summary: "Says **less**.", sameAs: {} },
    ],
    {
      first: "# Heading with zebra\n\n```python\nzebra = 1\n```\n\n- A [zebra](note:third) is\n  striped.\n",
      second: `${"long ".repeat(40)}before a zebra comes`,
    },
  );
const index = make();
const excerpts = (query: string) => index.search(query, 9).map(({ id, excerpt }) => `${id}: ${excerpt}`);

describe("the search", () => {
  it("finds the same whether it was made ready, half ready or not at all", () => {
    const [whole, half] = [make(), make()];
    while (whole.prepare());
    assert.ok(half.prepare());
    for (const query of ["zebra", "second", ""]) {
      assert.deepEqual(half.search(query, 9), make().search(query, 9));
      assert.deepEqual(whole.search(query, 9), make().search(query, 9));
    }
    assert.equal(half.prepare(), false);
  });

  it("knows notes by the beginnings of the words of their titles before it is ready", async () => {
    const { shelf } = await testGloss();
    const found = (query: string, ...more: [limit?: number, filter?: SearchFilter]) =>
      shelf.glance(query, ...more).map(({ id }) => id);
    assert.ok(found("mut def arg").includes("mutable-default-argument"));
    assert.ok(found("default MUTABLE").includes("mutable-default-argument"));
    assert.deepEqual(found("list that keeps its values"), []);
    assert.deepEqual(found("mutable def", 1, { kind: "concept" }), []);
    assert.equal(found("", 3).length, 3);
  });

  it("shows the summary where the words are in it, or in the title", () => {
    assert.deepEqual(excerpts("little"), ["first: Says little."]);
    assert.deepEqual(excerpts("second"), ["second: Says less."]);
  });

  it("shows the sentence of the body that has the words, from where they can be seen", () => {
    const all = excerpts("zebra").sort();
    assert.equal(all[0], "first: A zebra is striped.");
    assert.match(all[1] ?? "", /^second: …long .*before a zebra comes$/);
    assert.ok((all[1]?.length ?? 0) < 80);
  });

  it("finds words while they are typed, and by other forms", () => {
    assert.equal(excerpts("zeb").length, 2);
    assert.equal(excerpts("zebras").length, 2);
  });

  it("finds a keyword that is a word of every question where nothing else is asked", async () => {
    const { shelf } = await testGloss();
    const found = async (query: string) => (await shelf.search(query, 1))[0]?.id;
    assert.equal(await found("with"), "context-managers");
    assert.equal(await found("what does for do"), "for-loop");
    assert.equal(await found("is"), "identity-vs-equality");
    assert.equal(await found("in"), "membership-test");
    assert.equal(await found("and"), "boolean-operators");
  });

  it("takes half a word for the whole one, and C# for more than a letter", async () => {
    const { shelf } = await testGloss();
    const found = async (query: string) => (await shelf.search(query, 1))[0]?.id;
    assert.equal(await found("metaclas"), "metaclasses");
    assert.equal(await found("comprehens"), "comprehensions");
    assert.equal(await found("using c#"), "context-managers");
  });

  it("is narrowed to a kind and to a topic, with words or without", () => {
    const ids = (query: string, filter: object) => index.search(query, 9, filter).map(({ id }) => id);
    assert.deepEqual(ids("zebra", { kind: "trap" }), ["second"]);
    assert.deepEqual(ids("zebra", { topic: "words" }), ["first"]);
    assert.deepEqual(ids("", { topic: "words" }), ["first"]);
    assert.deepEqual(ids("zebra", { kind: "trap", topic: "words" }), []);
  });

  it("never shows more than a line", async () => {
    const { shelf } = await testGloss();
    for (const query of ["class", "loop else", "x", "memory of a list", ""]) {
      for (const { excerpt } of await shelf.search(query, 500)) assert.match(excerpt, /^[^\n]{1,140}$/);
    }
  });
});

describe("the topics", () => {
  it("hold every note once, without its body", async () => {
    const { shelf } = await testGloss();
    const ids = shelf.topics().flatMap(({ id, notes }) => notes.map((note) => `${id}/${note.id}`));
    assert.deepEqual([...ids].sort(), shelf.entries.map(({ id, topic }) => `${topic}/${id}`).sort());
  });
});
