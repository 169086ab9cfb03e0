/** PyGloss beside another linter, as one sees it. */
import { doesNotMatch, match, ok } from "node:assert/strict";
import { photograph } from "../vscode/automation.ts";
import type { Workbench } from "./workbench.ts";

export function defineOneVoice(workbench: Workbench): void {
  const { page, hover, note, menu, problems, findings } = workbench;
  const own = problems.filter({ hasText: "mutable-default-argument" });
  const theirs = problems.filter({ hasText: "Ruff does not like this" });

  describe("beside another linter", () => {
    before(async () => {
      await workbench.open("orders.py");
      await findings.first().waitFor();
      await workbench.run("Problems: Focus on Problems View");
      await own.waitFor();
    });

    it("one problem is listed, which is the other's", async () => {
      await workbench.run("Other Linter: Report");
      await theirs.waitFor();
      await own.waitFor({ state: "detached" });
    });

    it("one message stands in the hover, and the note with it", async () => {
      await workbench.hoverOver("def remember", "[]");
      // VS Code shows the message first and the note when it has come.
      await hover.filter({ hasText: /Mutable default argument/i }).waitFor();
      const text = (await hover.textContent()) ?? "";
      match(text, /Ruff does not like this/);
      doesNotMatch(text, /pygloss\(mutable-default-argument\)/);
      await workbench.photographThemes("one-voice-hover");
    });

    it("the other's quick fixes have our fix, and explain its code", async () => {
      await workbench.click("def remember", "[]");
      const entries = await workbench.quickFixes();
      await photograph(page, "one-voice-quick-fixes");
      ok(
        entries.some((entry) => /None/.test(entry)),
        `No fix among ${entries.join(", ")}`,
      );
      ok(!entries.some((entry) => /Ignore mutable/.test(entry)), `Ours is to be ignored: ${entries.join(", ")}`);
      await workbench.choose(menu, /Explain B006/);
      await note.locator("h1", { hasText: /default/i }).waitFor();
    });

    it("ours is back when theirs goes", async () => {
      await workbench.open("orders.py");
      await theirs.waitFor();
      await workbench.run("Other Linter: Take Back");
      await own.waitFor();
      await theirs.waitFor({ state: "detached" });
    });
  });
}
