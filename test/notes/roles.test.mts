import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withFile } from "../support/cases.ts";
import { ROOT, testGloss } from "../support/gloss.ts";

/**
 * The role matrix: `test/roles/*.tsv`. A row is a note's id (or `-` for silence), a tab, and a snippet in which ¦ stands
 * before the token that is hovered and `\n` for a new line. The note must lead.
 */
const FOLDER = join(ROOT, "test/roles");
const only = process.env["NOTE"];

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".tsv"))) {
  describe(`roles: ${file}`, () => {
    readFileSync(join(FOLDER, file), "utf8")
      .split("\n")
      .forEach((row, index) => {
        if (row.trim() === "" || row.startsWith("#")) return;
        const [note = "", snippet = ""] = row.split("\t");
        if (only && note !== only) return;
        it(`${index + 1}: ${row.replace("\t", "  ")}`, async () => {
          const marked = snippet.replaceAll("\\n", "\n");
          const offset = marked.indexOf("¦");
          assert(offset >= 0, `${file}:${index + 1}: no ¦ says where the cursor is`);
          const text = marked.replace("¦", "");
          const answer = withFile(await testGloss(), "example.py", text, (one) => one.hover(offset));
          assert.equal(answer?.notes[0] ?? "-", note, `${file}:${index + 1}: ${answer?.notes.join(", ")}`);
        });
      });
  });
}
