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

  it("begins afresh when the panel was closed", () => {
    const history = new NoteHistory();
    history.visit("a");
    history.visit("b");
    history.clear();
    assert.equal(history.current, undefined);
  });
});
