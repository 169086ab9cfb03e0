/**
 * How long a note takes to be there, from the Enter in the search, and how much of that any page takes in VS Code. The
 * times are printed and not judged, for machines differ.
 */
import { ok } from "node:assert/strict";
import { inNewWindow, timeDrawn, timeOf } from "./clock.ts";
import type { Workbench } from "./workbench.ts";

/** Milliseconds in which a note shall be there after Enter. */
const BOUND = 150;

/** Milliseconds from letter to letter, and to Enter, of somebody who types a hundred words a minute. */
const LETTER = 120;

export function defineFirstNote({ page: other }: Workbench): void {
  describe("the first note of a window", () => {
    it("comes with the first page, and those after it into that page", async function () {
      this.timeout(120_000);
      await inNewWindow(other, async (workbench) => {
        const times: number[] = [];
        for (let time = 0; time < 2; time++) {
          await workbench.open("cart.py");
          await workbench.run("Empty Page: Open");
          times.push((await timeDrawn(workbench, "Empty")) - (await timeOf(workbench, "Enter")));
        }
        print(`an empty page of VS Code: ${times[0]} ms for the first of the window, ${times[1]} ms for another one`);
      });
      await inNewWindow(other, async (workbench) => {
        const [first = 0, ...others] = await timesOfNotes(workbench, TITLES);
        await workbench.open("cart.py");
        const [another = 0] = await timesOfNotes(workbench, TITLES.slice(0, 1));
        print(`the note at once: ${first} ms for the first of the window, ${another} ms in another page`);
        print(`the note at once, in the page that is there: ${others.join(", ")} ms, of ${BOUND} at most`);
      });
    });

    it("comes into a page that was made while one typed", async function () {
      this.timeout(180_000);
      const times: number[] = [];
      for (const title of TITLES) {
        await inNewWindow(other, async (workbench) => {
          await workbench.run("PyGloss: Search Notes");
          await workbench.picker.locator("input[placeholder='Search Python notes']").waitFor();
          await workbench.page.keyboard.type(title, { delay: LETTER });
          await workbench.page.keyboard.press("Enter");
          times.push((await timeDrawn(workbench, title)) - (await timeOf(workbench, "Enter")));
        });
      }
      print(`the first note of a window, typed at ${LETTER} ms a letter: ${times.join(", ")} ms, of ${BOUND}`);
    });

    it("is there before Enter where one rests on it", async function () {
      this.timeout(90_000);
      await inNewWindow(other, async (workbench) => {
        const { page, picker } = workbench;
        await workbench.run("PyGloss: Search Notes");
        await picker.locator("input[placeholder='Search Python notes']").waitFor();
        await page.keyboard.type("mutable default", { delay: 50 });
        const drawn = await timeDrawn(workbench, "Mutable default argument");
        const rested = drawn - (await timeOf(workbench, "letter"));
        ok(await picker.isVisible(), "The search is gone.");
        await page.keyboard.press("Enter");
        await picker.waitFor({ state: "hidden" });
        await page.waitForFunction("document.activeElement.matches('iframe.webview')");
        const enter = await timeOf(workbench, "Enter");
        const kept = (await timeOf(workbench, "focus")) - enter;
        print(
          `the note after a rest: 0 ms, it was there; ${kept} ms until one can scroll it by key, of ${BOUND} at most`,
        );
        console.log(`      from the last letter to the note: ${rested} ms`);
      });
    });
  });
}

/** Notes of which each is the first hit for its own title. */
const TITLES = ["Generators", "Reference counting", "Abstract base classes", "Reference cycles", "Closures"];

/** One who knows what to look for presses Enter as soon as it is found. */
async function timesOfNotes(workbench: Workbench, titles: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const title of titles) {
    await workbench.openNote(title);
    times.push((await timeDrawn(workbench, title)) - (await timeOf(workbench, "Enter")));
  }
  return times;
}

function print(what: string): void {
  console.log(`      from Enter to ${what}`);
}
