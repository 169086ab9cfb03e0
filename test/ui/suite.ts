/** What a user does with PyGloss, done in the interface and read off it. Each step leaves a picture behind. */
import { match, notEqual, ok } from "node:assert/strict";
import { photograph } from "../vscode/automation.ts";
import type { Workbench } from "./workbench.ts";

export function defineSuite(workbench: Workbench): void {
  const { page, hover, menu, note, picker, problems, findings } = workbench;
  let step = 0;

  describe("the interface", () => {
    afterEach(async function () {
      step += 1;
      const title = this.currentTest?.title.replaceAll(/\W+/g, "-") ?? "step";
      await photograph(page, `${String(step).padStart(2, "0")}-${title}`);
    });

    it("explains the else of a for loop on hover", async () => {
      await workbench.open("loops.py");
      match(await workbench.hoverOver("    else:", "else"), /break/);
    });

    it("underlines a mutable default", async () => {
      await workbench.open("defaults.py");
      await findings.first().waitFor();
    });

    it("explains a mutable default on hover", async () => {
      const text = await workbench.hoverOver("def remember", "[]");
      match(text, /default/i);
      match(text, /pygloss.?mutable-default-argument/);
    });

    it("lists the finding among the problems", async () => {
      await workbench.run("Problems: Focus on Problems View");
      await problems.filter({ hasText: "mutable-default-argument" }).first().waitFor();
    });

    it("follows the link of a hover to the note", async () => {
      await workbench.hoverOver("def remember", "[]");
      await hover.locator("a[data-href^='command:pygloss.openNote']", { hasText: "Open note" }).click();
      await note.locator("h1", { hasText: /default/i }).waitFor();
    });

    it("offers the fix in the menu of quick fixes", async () => {
      await workbench.open("defaults.py");
      await findings.first().waitFor();
      await workbench.click("def remember", "[]");
      const entries = await workbench.quickFixes();
      ok(
        entries.some((entry) => /None/.test(entry)),
        `No fix among ${entries.join(", ")}`,
      );
    });

    it("applies the fix by keyboard, and the finding goes", async () => {
      await workbench.choose(menu, /None/);
      await workbench.text("if seen is None");
      await findings.first().waitFor({ state: "detached" });
      await problems.filter({ hasText: "mutable-default-argument" }).waitFor({ state: "detached" });
      await workbench.run("File: Revert File");
      await findings.first().waitFor();
    });

    it("explains a thread for CPU work on hover", async () => {
      await workbench.open("threads.py");
      await findings.first().waitFor();
      match(await workbench.hoverOver("workers = [", "Thread"), /thread-for-cpu-work/);
    });

    it("opens the note from the menu of quick fixes", async () => {
      await workbench.click("workers = [", "Thread");
      await workbench.quickFixes();
      await photograph(page, "quick-fix-menu");
      await workbench.choose(menu, /note/i);
      await note.locator("h1", { hasText: /thread/i }).waitFor();
    });

    it("finds a note by words and opens it", async () => {
      await workbench.open("loops.py");
      await workbench.run("PyGloss: Search Notes");
      await picker.locator("input[placeholder='Search Python notes']").fill("mutable default");
      await picker.locator(".monaco-list-row.focused", { hasText: /default/i }).waitFor();
      await photograph(page, "search");
      await page.keyboard.press("Enter");
      await note.locator("h1", { hasText: /default/i }).waitFor();
      ok(await note.locator("pre code").count(), "The note shows no code.");
    });

    it("follows a link from note to note, and back", async () => {
      const heading = note.locator("h1");
      const first = (await heading.textContent()) ?? "";
      await note.locator("a[href^='command:pygloss.openNote']").first().click();
      await note.locator("h1", { hasNotText: first }).waitFor();
      notEqual((await heading.textContent()) ?? "", first);
      await note.locator("a[href^='command:pygloss.noteBack']").click();
      await note.locator("h1", { hasText: first }).waitFor();
    });
  });
}
