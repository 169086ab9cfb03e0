/** Reading notes: what the page beside the code can do. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { photograph } from "../vscode/automation.ts";
import type { Workbench } from "./workbench.ts";

export function defineViewer(workbench: Workbench): void {
  const { page, note, findings } = workbench;
  const heading = note.locator("h1");

  describe("the page of a note", () => {
    afterEach(async function () {
      if (this.currentTest?.isFailed())
        await photograph(page, `failure-${this.currentTest.title.replaceAll(/\W+/g, "-")}`);
    });

    // What a test that failed has left behind.
    after(async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await workbench.run("View: Show Explorer");
    });

    it("opens from the search", async () => {
      await workbench.open("cart.py");
      await findings.first().waitFor();
      await workbench.openNote("Mutable default argument");
    });

    it("stays beside the code when a file is opened while it has the focus", async () => {
      await note.locator("h1").click();
      await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "orders.py" }).dblclick();
      await page.locator(".tab.active", { hasText: "orders.py" }).waitFor();
      ok(await heading.isVisible(), "The file took the place of the note.");
      await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "cart.py" }).dblclick();
      await page.locator(".tab.active", { hasText: "cart.py" }).waitFor();
    });

    it("shows where the code uses it, and leads there", async () => {
      const place = note.locator(".place").first();
      await place.waitFor();
      match((await place.textContent()) ?? "", /line 4 def remember.*reported here/);
      await workbench.photographThemes("note");
      await place.click();
      await page.locator(".statusbar-item", { hasText: /Ln 4, Col/ }).waitFor();
    });

    it("puts the trap and the better way side by side where there is room", async () => {
      const sides = note.locator(".side");
      const xs = async () => [(await sides.nth(0).boundingBox())?.x, (await sides.nth(1).boundingBox())?.x];
      const [stackedLeft, stackedRight] = await xs();
      equal(stackedLeft, stackedRight);
      await page.setViewportSize({ width: 1400, height: 800 });
      await workbench.run("View: Close Primary Side Bar");
      await workbench.run("View: Close Other Editors in Group");
      await page.locator(".tab", { hasText: "Mutable default" }).click();
      await workbench.run("View: Close Editors in Other Groups");
      await workbench.photographThemes("note-wide");
      const [left = 0, right = 0] = await xs();
      ok(right > left + 300, `They stand at ${left} and ${right}.`);
      await page.setViewportSize({ width: 1280, height: 800 });
      await workbench.run("View: Show Explorer");
    });

    it("copies an example", async () => {
      const example = note.locator(".example", { has: note.locator("pre.session") }).first();
      await example.hover();
      await example.locator("button.copy").click();
      await example.locator("button.copy", { hasText: "Copied" }).waitFor();
    });

    it("searches from its own box, by keyboard", async () => {
      const box = note.locator("#search");
      await box.fill("closure");
      await note
        .locator("#hits [role=option]", { hasText: /closure/i })
        .first()
        .waitFor();
      await workbench.photographThemes("note-search");
      await box.press("ArrowDown");
      const title = (await note.locator("#hits [aria-selected=true] b").textContent()) ?? "";
      await box.press("Enter");
      await note.locator("h1", { hasText: title }).waitFor();
    });

    it("goes back and forward", async () => {
      const here = (await heading.textContent()) ?? "";
      await note.locator("a[href^='command:pygloss.noteBack']").click();
      await note.locator("h1", { hasText: "Mutable default argument" }).waitFor();
      await note.locator("a[href^='command:pygloss.noteForward']").click();
      await note.locator("h1", { hasText: here }).waitFor();
    });

    it("draws diagrams", async () => {
      await workbench.openNote("The built-in sort algorithm");
      await note.locator(".diagram img").first().waitFor();
      const width = await note
        .locator(".diagram img")
        .first()
        .evaluate((image) => Number(Reflect.get(image, "naturalWidth")));
      ok(width > 100, `The picture is ${width} pixels wide.`);
      const frame = await workbench.insideNote();
      const hidden = await frame.evaluate<number>(
        "Math.max(...[...document.querySelectorAll('.diagram')].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))",
      );
      equal(hidden, 0, "A part of the diagram is cut off.");
      await note.locator(".diagram").first().scrollIntoViewIfNeeded();
      await workbench.photographThemes("note-diagram");
    });

    it("has nothing that an automatic check of accessibility objects to", async function () {
      this.timeout(180_000);
      await workbench.openNote("Mutable default argument");
      deepEqual(await workbench.accessibilityProblems(), []);
    });

    it("is there again after the window was loaded anew", async () => {
      // A browser keeps what is open every now and then, so it may be an earlier note; the desktop keeps it at the end.
      await page.waitForTimeout(6500);
      await page.reload();
      await workbench.ready();
      await heading.waitFor({ timeout: 30_000 });
    });
  });
}
