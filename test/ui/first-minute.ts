/** What somebody meets who has just installed PyGloss. */
import { equal, match } from "node:assert/strict";
import type { Workbench } from "./workbench.ts";

export function defineFirstMinute(workbench: Workbench): void {
  const { page, findings } = workbench;

  describe("the first minute", () => {
    it("has a walkthrough with pictures", async () => {
      await workbench.run("PyGloss: Get Started");
      const steps = page.locator(".gettingStartedContainer .getting-started-step");
      await steps.filter({ hasText: "Hover over code" }).waitFor();
      equal(await steps.count(), 5);
      for (const title of [
        "See what bites",
        "Mend it with one key",
        "Find any note",
        "Make it yours",
        "Hover over code",
      ]) {
        await steps.filter({ hasText: title }).click();
        const picture = page.locator(".getting-started-media img:visible").first();
        await picture.waitFor();
        match((await picture.getAttribute("alt")) ?? "", /\w/);
      }
      await workbench.photographThemes("walkthrough");
    });

    it("opens a sample file in which there is something to see", async () => {
      await workbench.run("PyGloss: Open a Sample File");
      await page.locator(".tab.active", { hasText: "Untitled" }).waitFor();
      await findings.first().waitFor();
    });

    it("says which setting decides about a finding", async () => {
      await workbench.click("def add_order", "[]");
      await workbench.run("PyGloss: Why Is This Reported?");
      const answer = page.locator(".notification-toast", { hasText: "mutable-default-argument" });
      await answer.waitFor();
      match((await answer.textContent()) ?? "", /is reported as a warning: that is its own severity/);
      await workbench.photographThemes("why");
      await answer.locator(".codicon-notifications-clear").click();
      // Else VS Code would ask what to do with it.
      await workbench.run("View: Revert and Close Editor");
    });

    it("documents its settings", async () => {
      await workbench.run("Preferences: Open Settings (UI)");
      // Only what fits on the screen is drawn.
      await page.keyboard.type("@ext:pygloss.pygloss constructs");
      await page.locator(".settings-editor .setting-item-label", { hasText: "Constructs" }).first().waitFor();
      for (let count = 0; count < "constructs".length; count++) await page.keyboard.press("Backspace");
      for (const name of ["Profile", "Rules"]) {
        await page.locator(".settings-editor .setting-item-label", { hasText: name }).first().waitFor();
      }
      await workbench.photographThemes("settings");
    });
  });
}
