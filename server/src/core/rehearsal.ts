import type { Gloss, RuleLevels } from "./api.ts";

/** So often is a piece of code run before the machine has made it fast. */
const TIMES = 30;

/** Types into a small text and hovers over it, so that it is not the user's first edits that are slow. */
export function* rehearse(gloss: Gloss, levels: RuleLevels): Generator<void> {
  let file = gloss.parse("rehearsal.py", TEXT);
  try {
    file.findings(levels);
    yield;
    const start = TEXT.indexOf("total = ");
    for (let time = 0; time < TIMES; time++) {
      file = file.edit([{ span: { start, end: start }, text: "x" }]);
      file.findings(levels);
      file.hover(Math.floor((time * TEXT.length) / TIMES), levels);
      yield;
    }
  } finally {
    file.free();
  }
}

const TEXT = `"""A little of everything."""
import os
from collections import defaultdict


class Account:
    limit = 10

    def __init__(self, owner, history=()):
        self.owner = owner
        self.history = list(history)

    @property
    def name(self):
        return f"{self.owner}: {len(self.history)}"

    def book(self, amount, *notes, **more):
        if amount > self.limit and not notes:
            raise ValueError("too much")
        try:
            self.history.append((amount, notes))
        except AttributeError as error:
            print(error)
        finally:
            more.clear()


def count(rows, keep=None):
    total = 0
    found = defaultdict(list)
    for number, row in enumerate(rows):
        if keep is None or keep(row):
            total = total + row[number]
            found[row].append(lambda: number)
    else:
        pass
    while total:
        total -= 1
    with open(os.path.join("a", "b")) as file:
        lines = [line.strip() for line in file if line]
    return {key: value for key, value in found.items()}, lines
`;
