import { equal } from "node:assert/strict";
import { describe, it } from "mocha";
import { ActiveItem } from "../../client/src/commands/active-item.ts";

describe("what Enter means in a search", () => {
  const [title, a, b, c] = [{}, { id: "a" }, { id: "b" }, { id: "c" }];

  it("is the first note, before VS Code has said which is active", () => {
    equal(new ActiveItem().in([title, a, b]), a);
  });

  it("is the note to which one went", () => {
    const list = [a, b, c];
    const active = new ActiveItem();
    active.move(list, a);
    active.move(list, b);
    equal(active.in(list), b);
    active.move(list, a);
    equal(active.in(list), a);
  });

  it("is the first of a new list, wherever one was in the list before", () => {
    const before = [a, b, c];
    const active = new ActiveItem();
    active.move(before, a);
    active.move(before, c);
    equal(active.in([b, a, c]), b);
  });

  // The first note of the list before had the second place, behind a title.
  it("is the first of a new list, though VS Code speaks of the list before and names the place", () => {
    const [before, now] = [
      [title, c, b],
      [a, b, c],
    ];
    const active = new ActiveItem();
    active.move(before, c);
    active.move(now, now[1]);
    equal(active.in(now), a);
    active.move(now, now[0]);
    active.move(now, now[1]);
    equal(active.in(now), b);
  });

  it("is nothing where no note is listed", () => {
    const active = new ActiveItem();
    active.move([title], title);
    equal(active.in([title]), undefined);
    equal(active.in([]), undefined);
  });
});
