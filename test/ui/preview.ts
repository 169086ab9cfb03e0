/** Looking at notes while one searches. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { photograph } from "../vscode/automation.ts";
import type { Workbench } from "./workbench.ts";

export function definePreview(workbench: Workbench): void {
  const { page, picker, note, findings } = workbench;
  const input = picker.locator("input[placeholder='Search Python notes']");
  const heading = note.locator("h1");
  const groups = page.locator(".editor-group-container");
  const webview = page.locator("iframe.webview");
  const rows = picker.locator(".quick-input-list .monaco-list-row");

  /** Longer than one has to rest on a note to see it. */
  const rest = () => page.waitForTimeout(800);
  const search = async () => {
    await workbench.run("PyGloss: Search Notes");
    await rows.nth(2).waitFor();
  };
  const typeInSearch = async (words: string) => {
    await search();
    await page.keyboard.type(words);
  };
  const leave = async () => {
    await page.keyboard.press("Escape");
    await picker.waitFor({ state: "hidden" });
  };
  const toCode = async () => {
    await page.locator(".tab", { hasText: "cart.py" }).click();
    await page.locator(".monaco-editor.focused").waitFor();
  };

  describe("the preview of a search", () => {
    beforeEach(async () => {
      await workbench.open("cart.py");
      await findings.first().waitFor();
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed())
        await photograph(page, `failure-${this.currentTest.title.replaceAll(/\W+/g, "-")}`);
      await page.keyboard.press("Escape");
    });

    it("waits until one has typed or moved", async () => {
      await search();
      await rest();
      equal(await webview.count(), 0, "Opening the search opened a page.");
      await page.keyboard.press("ArrowDown");
      await heading.waitFor();
    });

    it("leaves the keyboard to the search, and nothing behind", async () => {
      await search();
      const before = await rows.allTextContents();
      await page.keyboard.type("dataclass");
      await heading.filter({ hasText: /dataclass/i }).waitFor();
      ok(await input.evaluate((box) => box.ownerDocument.activeElement === box), "The search has lost the focus.");
      for (const width of [800, 1400]) {
        await page.setViewportSize({ width, height: 800 });
        await workbench.photographThemes(`preview-${width}`);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await leave();
      await webview.waitFor({ state: "detached" });
      equal(await groups.count(), 1);
      await page.locator(".monaco-editor.focused").waitFor();
      await search();
      deepEqual(await rows.allTextContents(), before);
    });

    it("becomes the note that is read by Enter", async () => {
      await typeInSearch("closures");
      await heading.filter({ hasText: "Closures" }).waitFor();
      await page.keyboard.press("Enter");
      await picker.waitFor({ state: "hidden" });
      await page.waitForFunction("document.activeElement.matches('iframe.webview')");
      await heading.filter({ hasText: "Closures" }).waitFor();
      await toCode();
      await search();
      await rows.filter({ hasText: "recently read" }).filter({ hasText: "Closures" }).waitFor();
    });

    it("becomes the note that is read when one goes into it", async () => {
      await typeInSearch("generators");
      await heading.filter({ hasText: "Generators" }).waitFor();
      await note.locator(".summary").click();
      await picker.waitFor({ state: "hidden" });
      await rest();
      equal(await heading.textContent(), "Generators");
    });

    it("gives way to the note that was there, at the place where it was", async () => {
      await workbench.openNote("Late binding in closures");
      const scrolled = () => workbench.insideNote().then((frame) => frame.evaluate<number>("scrollY"));
      await page.mouse.move(1000, 500);
      await page.mouse.wheel(0, 150);
      await page.waitForTimeout(500);
      const before = await scrolled();
      ok(before > 0, "The note was not scrolled.");
      await toCode();
      await typeInSearch("generators");
      await heading.filter({ hasText: "Generators" }).waitFor();
      equal(await scrolled(), 0);
      await leave();
      await heading.filter({ hasText: "Late binding in closures" }).waitFor();
      equal(await scrolled(), before);
      equal(await note.locator("#back[href]").count(), 0, "What was only looked at can be gone back to.");
    });

    it("does not show where the setting is off", async () => {
      await toggleSetting();
      try {
        await workbench.open("cart.py");
        await typeInSearch("generators");
        await rows.first().locator(".highlight").first().waitFor();
        await rest();
        equal(await webview.count(), 0);
        await leave();
      } finally {
        await toggleSetting();
      }
    });
  });

  async function toggleSetting(): Promise<void> {
    await workbench.run("Preferences: Open Settings (UI)");
    await page.keyboard.type("@id:pygloss.search.preview");
    await page.locator(".settings-editor .setting-item-contents .setting-value-checkbox").click();
    await page.waitForTimeout(500);
  }
}
