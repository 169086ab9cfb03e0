import assert from "node:assert/strict";
import { withFile } from "../support/cases.ts";
import { testGloss } from "../support/gloss.ts";
import { readRoles } from "../support/roles.ts";

const only = process.env["NOTE"];

describe("roles", () => {
  for (const { file, line, row, note, text, offset } of readRoles()) {
    if (only && note !== only) continue;
    it(`${file}:${line}: ${row.replace("\t", "  ")}`, async () => {
      const answer = withFile(await testGloss(), "example.py", text, (one) => one.hover(offset));
      assert.equal(answer?.notes[0] ?? "-", note, answer?.notes.join(", "));
    });
  }
});
