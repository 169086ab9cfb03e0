/** The views of PyGloss's own container, and its count in the status bar. */
import { equal, match } from "node:assert/strict";
import type { Workbench } from "./workbench.ts";

export function defineViews(workbench: Workbench): void {
  const { page, note, picker, findings } = workbench;
  const pane = (name: string) => page.locator(".pane", { has: page.locator(`.pane-header[aria-label^='${name}']`) });
  const inThisFile = pane("In This File").locator(".monaco-list-row");
  const allNotes = pane("All Notes").locator(".monaco-list-row");
  const count = page.locator(".statusbar-item[id='pygloss.pygloss.pygloss.findings']");

  describe("the views", () => {
    before(() => workbench.run("View: Show Explorer"));
    after(() => workbench.run("View: Show Explorer"));

    it("count the findings of a file in the status bar, and nothing where there are none", async () => {
      await workbench.open("loops.py");
      await count.waitFor({ state: "hidden" });
      await workbench.open("orders.py");
      await findings.first().waitFor();
      await count.waitFor();
      equal((await count.textContent())?.trim(), "1");
      match((await count.locator("a").getAttribute("aria-label")) ?? "", /1 finding in this file/);
    });

    it("list the findings and the constructs of the file", async () => {
      await count.locator("a").click();
      await inThisFile.filter({ hasText: "Findings" }).waitFor();
      const finding = inThisFile.filter({ hasText: "line" }).first();
      await finding.waitFor();
      await inThisFile.filter({ hasText: "Functions and arguments" }).click();
      await inThisFile
        .filter({ hasText: /default/i })
        .nth(1)
        .waitFor();
      await page.locator(".activitybar .badge", { hasText: "1" }).first().waitFor();
      await workbench.photographThemes("view-in-this-file");
      await finding.click();
      await page.locator(".statusbar-item", { hasText: /Ln \d+, Col \d+ \(\d+ selected\)/ }).waitFor();
      await finding.hover();
      await finding.locator(".codicon-book").click();
      await note.locator("h1", { hasText: /default/i }).waitFor();
    });

    it("follow what is typed", async () => {
      await workbench.click("def remember", "remember");
      await page.keyboard.press("Control+Home");
      await page.keyboard.type("def another(x=[]): return x ");
      await count.filter({ hasText: "2" }).waitFor();
      await page.locator(".activitybar .badge", { hasText: "2" }).first().waitFor();
      await workbench.run("File: Revert File");
      await count.filter({ hasText: "1" }).waitFor();
    });

    it("show the notes of a reading path in their order", async () => {
      await workbench.run("PyGloss: Focus on All Notes View");
      await allNotes.filter({ hasText: "Reading Paths" }).click();
      await allNotes.filter({ hasText: "Concurrency in depth" }).click();
      const second = allNotes.filter({ hasText: /^2\. / });
      await second.waitFor();
      await workbench.photographThemes("view-paths");
      await second.click();
      await note.locator("h1", { hasText: /concurren/i }).waitFor();
      const title = (await note.locator("h1").textContent()) ?? "";
      await note.locator("h2", { hasText: /Concurrency in depth: note 2 of \d+/ }).scrollIntoViewIfNeeded();
      await workbench.photographThemes("note-path");
      await note.locator(".path .next a").press("Enter");
      await note.locator("h2", { hasText: /note 3 of/ }).waitFor();
      await note.locator(".path .prev a", { hasText: title }).click();
      await note.locator("h1", { hasText: title }).waitFor();
      await allNotes.filter({ hasText: "Reading Paths" }).click();
    });

    it("show every note by topic, and those with the words of a filter", async () => {
      await workbench.run("PyGloss: Focus on All Notes View");
      await allNotes.filter({ hasText: "Concurrency" }).waitFor();
      await workbench.run("PyGloss: Filter Notes");
      await picker.locator("input[placeholder^='Words of a title']").fill("trap thread");
      const trap = allNotes.filter({ hasText: /thread/i, has: page.locator(".codicon-warning") }).first();
      await trap.waitFor();
      await page.keyboard.press("Enter");
      await workbench.photographThemes("view-all-notes");
      await trap.click();
      await note.locator("h1", { hasText: /thread/i }).waitFor();
      await workbench.run("PyGloss: Show All Notes");
      await allNotes.filter({ hasText: "Language basics" }).waitFor();
    });
  });
}
