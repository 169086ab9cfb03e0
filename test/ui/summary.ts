/** Checking a whole workspace, and the page about it. */
import { deepEqual, equal, match } from "node:assert/strict";
import type { Workbench } from "./workbench.ts";

export function defineSummary(workbench: Workbench): void {
  const { page, note, problems } = workbench;

  describe("the check of a workspace", () => {
    before(() => workbench.run("View: Close All Editors"));
    after(async () => {
      await workbench.run("PyGloss: Clear Findings of the Workspace");
      await workbench.run("View: Close All Editors");
    });

    it("lists the findings of closed files among the problems, and shows a page about them", async () => {
      await workbench.run("PyGloss: Check Workspace");
      await note.locator("h1", { hasText: "Workspace Check" }).waitFor();
      match((await note.locator(".summary").textContent()) ?? "", /Findings: \d+, in \d of 7 Python files/);
      await workbench.photographThemes("summary");
      await workbench.run("Problems: Focus on Problems View");
      await problems.filter({ hasText: "mutable-default-argument" }).first().waitFor();
      await workbench.run("View: Hide Panel");
    });

    it("has nothing that an automatic check of accessibility objects to", async function () {
      this.timeout(180_000);
      deepEqual(await workbench.accessibilityProblems(), []);
    });

    it("leads to the places by keyboard, and to the notes", async () => {
      const rule = note.locator("th", { hasText: "Mutable default argument" }).first();
      await rule.locator("summary").focus();
      await page.keyboard.press("Enter");
      await rule.locator("li a", { hasText: "cart.py, line 4" }).focus();
      await page.keyboard.press("Enter");
      await page.locator(".tab.active", { hasText: "cart.py" }).waitFor();
      await page.locator(".statusbar-item", { hasText: /Ln 4, Col/ }).waitFor();
      await page.locator(".tab", { hasText: "Workspace Check" }).click();
      await note.locator("th a", { hasText: "Mutable default argument" }).first().click();
      await page.locator(".tab.active", { hasText: "Mutable default argument" }).waitFor();
    });

    it("leaves an open file to the server, and lists nothing twice", async () => {
      await workbench.open("cart.py");
      await workbench.findings.first().waitFor();
      await workbench.run("Problems: Focus on Problems View");
      const row = problems.filter({ hasText: "cart.py" });
      await row.waitFor();
      equal(await row.locator(".monaco-count-badge").textContent(), "1");
      await workbench.run("View: Hide Panel");
    });
  });
}
