/** Takes the README's pictures anew: `node --import tsx test/ui/pictures.ts pygloss.vsix`, after `npm run package`. */
import { mkdirSync } from "node:fs";
import type { Locator, PageScreenshotOptions } from "playwright-core";
import { at, main } from "../processes.ts";
import type { Settings } from "../vscode/profile.ts";
import { withWorkbench } from "./session.ts";
import type { Workbench } from "./workbench.ts";

/** In CSS pixels: the height of a line of code, and where the first one begins, below the tabs. */
const LINE = 24;
const FIRST = 35;

/** Nothing but the code and what PyGloss says of it. */
const BARE: Settings = {
  "workbench.colorTheme": "Default Light Modern",
  "workbench.activityBar.location": "hidden",
  "workbench.statusBar.visible": false,
  "workbench.layoutControl.enabled": false,
  "workbench.editor.editorActionsLocation": "hidden",
  "window.menuBarVisibility": "hidden",
  "window.commandCenter": false,
  "breadcrumbs.enabled": false,
  "editor.fontSize": 15,
  "editor.lineHeight": LINE,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "editor.lightbulb.enabled": "off",
  "editor.occurrencesHighlight": "off",
  "editor.selectionHighlight": false,
  "pygloss.search.preview": false,
};

type Frame = NonNullable<PageScreenshotOptions["clip"]>;

main(async () => {
  const [vsix = at("pygloss.vsix")] = process.argv.slice(2);
  mkdirSync(at("docs", "images"), { recursive: true });
  await withWorkbench({ vsix, folder: at("sample"), settings: BARE, scale: 2 }, async (workbench) => {
    await hover(workbench);
    await note(workbench);
    await search(workbench);
    await fix(workbench);
    await settings(workbench);
  });
  return 0;
});

async function hover(workbench: Workbench): Promise<void> {
  await openBare(workbench, "report.py");
  await workbench.findings.first().waitFor();
  await workbench.hoverOver("def add_order", "[]");
  await take(workbench, "hover", await around(workbench.hover, { left: 400, top: 30, right: 30, bottom: 130 }));
}

async function note(workbench: Workbench): Promise<void> {
  await openBare(workbench, "jobs.py");
  await workbench.click("        else:", "else");
  await workbench.run("PyGloss: Explain at Cursor");
  await workbench.note.locator("h1").waitFor();
  await take(workbench, "note", { x: 0, y: FIRST, width: 1280, height: 26 * LINE });
}

async function search(workbench: Workbench): Promise<void> {
  await openBare(workbench, "crawler.py");
  await workbench.run("PyGloss: Search Notes");
  await workbench.picker.locator("input[type=text]").fill("why does my async code block");
  await workbench.picker.locator(".monaco-list-row.focused").waitFor();
  await take(workbench, "search", await around(workbench.picker, { left: 40, top: 0, right: 40, bottom: 40 }));
  await workbench.page.keyboard.press("Escape");
}

async function fix(workbench: Workbench): Promise<void> {
  await openBare(workbench, "report.py");
  await workbench.findings.first().waitFor();
  await workbench.click("def add_order", "[]");
  await workbench.quickFixes();
  await take(workbench, "fix", await around(workbench.menu, { left: 400, top: 60, right: 60, bottom: 30 }));
  await workbench.page.keyboard.press("Escape");
}

async function settings(workbench: Workbench): Promise<void> {
  await openBare(workbench, "report.py");
  await workbench.run("Preferences: Open Settings (UI)");
  await workbench.page.keyboard.type("@ext:pygloss.pygloss profile");
  await workbench.page.locator(".settings-editor .setting-item-label", { hasText: "Profile" }).first().waitFor();
  await workbench.page.mouse.move(1200, 600);
  await take(workbench, "settings", { x: 0, y: FIRST, width: 1280, height: 16 * LINE });
}

async function openBare(workbench: Workbench, file: string): Promise<void> {
  await workbench.run("View: Show Explorer");
  await workbench.open(file);
  await workbench.run("View: Close Primary Side Bar");
}

/** What is shown and some of what lies around it; no line of code is cut. */
async function around(what: Locator, margin: Record<"left" | "top" | "right" | "bottom", number>): Promise<Frame> {
  const box = await what.first().boundingBox();
  if (!box) throw new Error("There is nothing to take a picture of.");
  const line = (y: number, round: (value: number) => number) => FIRST + LINE * round((y - FIRST) / LINE);
  const x = Math.max(0, box.x - margin.left);
  const y = Math.max(0, line(box.y - margin.top, Math.floor));
  const width = Math.min(1280, box.x + box.width + margin.right) - x;
  return { x, y, width, height: line(box.y + box.height + margin.bottom, Math.ceil) - y };
}

async function take({ page }: Workbench, name: string, clip: Frame): Promise<void> {
  // Fades and the blinking cursor come to rest.
  await page.waitForTimeout(800);
  const path = `docs/images/${name}.png`;
  await page.screenshot({ path: at(path), clip, animations: "disabled", caret: "hide" });
  console.log(path);
}
