/** Running the examples of a note where they stand. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import type { Workbench } from "./workbench.ts";

export function defineExamples(workbench: Workbench): void {
  const { note, page } = workbench;
  const session = note.locator(".example", { has: note.locator("pre.session") }).first();
  const editor = session.locator("textarea");
  const printed = session.locator(".output pre");
  const status = session.locator(".output p");
  const run = session.getByRole("button", { name: "Run" });

  /** Runs a program in place of the example's own, by keyboard, and returns what it printed when it is over. */
  const runEdited = async (program: string, end = /^$/) => {
    if ((await editor.count()) === 0) await session.getByRole("button", { name: "Edit" }).click();
    await editor.fill(program);
    await editor.press("Control+Enter");
    // It says that it starts as soon as the key is pressed.
    await status.filter({ hasNotText: "…" }).waitFor({ state: "attached", timeout: 30_000 });
    match((await status.textContent()) ?? "", end);
    return (await printed.isVisible()) ? ((await printed.textContent()) ?? "") : "";
  };

  describe("the examples of a note", () => {
    it("run in their place", async () => {
      await workbench.open("cart.py");
      await workbench.openNote("Mutable default argument");
      const shown = (await session.locator("> pre").textContent()) ?? "";
      for (const time of ["first", "second"]) {
        const start = performance.now();
        await run.click();
        await session.getByRole("button", { name: "Stop" }).waitFor();
        await run.waitFor({ timeout: 30_000 });
        console.log(`      from Run to the end, the ${time} time: ${Math.round(performance.now() - start)} ms`);
        equal(((await printed.textContent()) ?? "").trim(), shown.trim());
      }
      await session.scrollIntoViewIfNeeded();
      await workbench.photographThemes("run");
    });

    it("can be changed", async () => {
      equal(
        await runEdited("for word in 'one', 'two':\n    print(word)"),
        ">>> for word in 'one', 'two':\n...     print(word)\none\ntwo\n",
      );
      await editor.fill("def double(x):");
      await editor.press("End");
      await editor.press("Enter");
      await editor.pressSequentially("return 2 * x");
      equal(await editor.inputValue(), "def double(x):\n    return 2 * x");
      await editor.press("Escape");
      ok(await run.evaluate((button) => button === button.ownerDocument.activeElement));
      await session.getByRole("button", { name: "Reset" }).click();
      equal(await editor.count(), 0);
      ok(await session.locator("> pre").isVisible());
    });

    it("are as they were changed after the window was loaded anew", async () => {
      await session.getByRole("button", { name: "Edit" }).click();
      await editor.fill("print('kept')");
      // A browser keeps what is open every now and then; the desktop keeps it at the end.
      await page.waitForTimeout(6500);
      await page.reload();
      await workbench.ready();
      await editor.waitFor({ timeout: 30_000 });
      equal(await editor.inputValue(), "print('kept')");
      match(await runEdited("print('kept')"), /kept/);
    });

    it("show errors as Python does, and what Python lacks", async () => {
      const error = await runEdited("def half(x):\n    return x / 0\n\nhalf(1)");
      match(error, /Traceback.*\n {2}File "<example>", line 4, in <module>\n {4}half\(1\)/);
      match(error, /ZeroDivisionError: division by zero\n$/);
      doesNotMatch(error, /run\.py|pyodide/);
      await session.scrollIntoViewIfNeeded();
      await workbench.photographThemes("run-error");
      deepEqual(await workbench.accessibilityProblems(), []);
      match(await runEdited("import numpy", /standard library/), /No module named 'numpy'/);
      match(await runEdited("import threading\nthreading.Thread().start()", /threads/), /can't start new thread/);
    });

    it("are stopped after five seconds, and by their button", async () => {
      await runEdited("1");
      const start = performance.now();
      match(await runEdited("print('begin')\nwhile True: pass", /^Stopped after 5 seconds\.$/), /begin/);
      const seconds = (performance.now() - start) / 1000;
      ok(seconds >= 5 && seconds < 12, `It took ${seconds} seconds.`);
      await editor.fill("while True: pass");
      await editor.press("Control+Enter");
      await status.filter({ hasText: "Running" }).waitFor({ timeout: 30_000 });
      await session.getByRole("button", { name: "Stop" }).click();
      await status.filter({ hasText: "Stopped." }).waitFor();
      match(await runEdited("6 * 7"), /42/);
    });

    it("are stopped when they print without end or take all memory", async () => {
      const output = await runEdited("while True: print('again')", /printed too much/);
      ok(output.length <= 100_000, `${output.length} characters are shown.`);
      match(await runEdited("[0] * 10**9"), /MemoryError/);
    });

    it("reach nothing outside of Python", async () => {
      for (const program of [
        "import js",
        "import pyodide_js",
        "import urllib.request\nurllib.request.urlopen('http://127.0.0.1')",
        "from pyodide.code import run_js\nrun_js('fetch')",
        "from pyodide.http import open_url\nopen_url('http://127.0.0.1')",
      ]) {
        match(await runEdited(program, /^(Python has .* here.*)?$/), /Error/, program);
      }
    });

    it("say why when they cannot be run", async () => {
      await workbench.openNote("Threads");
      const reason = note.locator(".reason", { hasText: "Cannot be run here: Python has no threads here." }).first();
      await reason.waitFor();
      const button = note
        .locator(".tools", { has: note.locator(".reason") })
        .first()
        .getByRole("button", { name: "Run" });
      ok(await button.isDisabled());
      await reason.scrollIntoViewIfNeeded();
      await workbench.photographThemes("run-not");
    });
  });
}
