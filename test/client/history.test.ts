import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { NoteHistory } from "../../client/src/viewer/history.ts";

describe("the history of the note panel", () => {
  it("goes back the way it came", () => {
    const history = new NoteHistory();
    for (const id of ["a", "b", "c"]) history.visit(id);
    history.back();
    assert.equal(history.current, "b");
    history.back();
    assert.equal(history.current, "a");
    assert.equal(history.previous, undefined);
  });

  it("stays on the first note", () => {
    const history = new NoteHistory();
    history.visit("a");
    history.back();
    assert.equal(history.current, "a");
  });

  it("takes a note that is opened again for no step", () => {
    const history = new NoteHistory();
    history.visit("a");
    history.visit("a");
    assert.equal(history.previous, undefined);
  });

  it("goes forward again, until another note is opened", () => {
    const history = new NoteHistory();
    for (const id of ["a", "b", "c"]) history.visit(id);
    history.back();
    history.back();
    history.forward();
    assert.equal(history.current, "b");
    assert.equal(history.next, "c");
    history.visit("d");
    assert.equal(history.next, undefined);
    history.forward();
    assert.deepEqual(history.state, { ids: ["a", "b", "d"], index: 2 });
  });

  it("takes over what an earlier session has kept, and nothing that makes no sense", () => {
    const history = new NoteHistory();
    history.restore({ ids: ["a", "b"], index: 0 });
    assert.equal(history.current, "a");
    assert.equal(history.next, "b");
    history.restore({ ids: ["a", "b"], index: 9 });
    assert.equal(history.current, "b");
    for (const state of [undefined, null, 7, {}, { ids: [1], index: 0 }, { ids: ["a"] }, { ids: [], index: 3 }]) {
      history.restore(state);
      assert.equal(history.current, undefined);
    }
  });

  it("begins afresh when the panel was closed", () => {
    const history = new NoteHistory();
    history.visit("a");
    history.visit("b");
    history.clear();
    assert.equal(history.current, undefined);
  });
});
