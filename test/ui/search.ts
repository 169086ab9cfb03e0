/** Searching for notes, as far as it can be done by keyboard and mouse. */
import { equal, match, ok } from "node:assert/strict";
import type { Workbench } from "./workbench.ts";

export function defineSearch(workbench: Workbench): void {
  const { page, picker, note } = workbench;
  const input = picker.locator("input[placeholder='Search Python notes']");
  const rows = picker.locator(".quick-input-list .monaco-list-row");
  const first = rows.first();

  describe("the search", () => {
    afterEach(() => page.keyboard.press("Escape"));

    it("begins with the notes for what is at the cursor, then those that were read last", async () => {
      await workbench.open("loops.py");
      await workbench.run("PyGloss: Search Notes");
      await input.fill("thread");
      // The list of before also has notes on threads; what was found has the letters in bold.
      await first
        .locator(".highlight", { hasText: /thread/i })
        .first()
        .waitFor();
      await page.keyboard.press("Enter");
      await note.locator("h1", { hasText: /thread/i }).waitFor();
      await workbench.click("    else:", "else");
      await workbench.run("PyGloss: Search Notes");
      await rows.filter({ hasText: "at the cursor" }).first().waitFor();
      match((await first.textContent()) ?? "", /else/);
      await rows.filter({ hasText: "recently read" }).first().waitFor();
      await workbench.photographThemes("search-empty");
    });

    it("shows what it found in bold letters, with its topic and why", async () => {
      await workbench.run("PyGloss: Search Notes");
      await input.fill("mutable default");
      const found = rows.filter({ hasText: /Mutable default argument.*Functions and arguments.*evaluated/ }).first();
      await found.locator(".highlight").first().waitFor();
      ok(await found.locator(".codicon-warning").count(), "A trap has no mark.");
      equal((await found.locator(".highlight").first().textContent())?.toLowerCase(), "mutable default");
    });

    it("keeps searching while a note is opened to the side, and copies links", async () => {
      await workbench.run("PyGloss: Search Notes");
      await input.fill("closure");
      await rows
        .filter({ hasText: /closure/i })
        .first()
        .waitFor();
      await first.hover();
      await first.locator(".codicon-split-horizontal").click();
      await note.locator("h1").waitFor();
      ok(await input.isVisible(), "The list is gone.");
      await first.hover();
      await first.locator(".codicon-link").click();
      await page.locator(".statusbar-item", { hasText: "was copied" }).waitFor();
    });

    // VS Code says that the note at the cursor is active, second in its list, when the next list is there already.
    it("opens what was typed, though the note at the cursor has its name, too", async () => {
      for (let time = 0; time < 4; time++) {
        await workbench.open("cart.py");
        await workbench.click("def remember", "seen");
        await workbench.openNote("Mutable default argument");
      }
    });

    it("is narrowed to a kind and a topic", async () => {
      await workbench.run("PyGloss: Search Notes");
      await input.fill("loop");
      await picker.locator(".quick-input-titlebar .codicon-filter").click();
      await rows.filter({ hasText: "Concepts and Traps" }).waitFor();
      await workbench.choose(picker, /^Traps/);
      await picker.locator(".quick-input-title", { hasText: "Search Notes: Traps" }).waitFor();
      await rows.filter({ hasText: /loop/i }).first().waitFor();
      equal(await rows.count(), await rows.filter({ has: page.locator(".codicon-warning") }).count());
    });

    it("looks for what is selected", async () => {
      await workbench.open("threads.py");
      await workbench.click("workers = [", "Thread");
      await workbench.run("PyGloss: Search Notes for Selection");
      equal(await input.inputValue(), "Thread");
      await rows
        .filter({ hasText: /thread/i })
        .first()
        .waitFor();
    });
  });
}
