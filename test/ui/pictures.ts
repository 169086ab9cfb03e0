/** Takes the README's pictures anew: `node --import tsx test/ui/pictures.ts pygloss.vsix`, after `npm run package`. */
import { mkdirSync } from "node:fs";
import { at, main } from "../processes.ts";
import type { Settings } from "../vscode/profile.ts";
import { withWorkbench } from "./session.ts";
import type { Workbench } from "./workbench.ts";

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
  "editor.lineHeight": 1.5,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "editor.lightbulb.enabled": "off",
  "editor.occurrencesHighlight": "off",
  "editor.selectionHighlight": false,
};

/** A part of the page, in CSS pixels. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

main(async () => {
  const [vsix = at("pygloss.vsix")] = process.argv.slice(2);
  mkdirSync(at("docs", "images"), { recursive: true });
  await withWorkbench({ vsix, folder: at("sample"), settings: BARE, scale: 2 }, async (workbench) => {
    await hover(workbench);
    await note(workbench);
    await search(workbench);
  });
  return 0;
});

async function hover(workbench: Workbench): Promise<void> {
  await openBare(workbench, "report.py");
  await workbench.warnings.first().waitFor();
  await workbench.scrollTo(22);
  await workbench.hoverOver("def add_order", "[]");
  await take(workbench, "hover", { x: 0, y: 35, width: 860, height: 420 });
}

async function note(workbench: Workbench): Promise<void> {
  await openBare(workbench, "jobs.py");
  await workbench.scrollTo(34);
  await workbench.click("        else:", "else");
  await workbench.run("PyGloss: Explain at Cursor");
  await workbench.note.locator("h1").waitFor();
  await take(workbench, "note", { x: 0, y: 35, width: 1280, height: 700 });
}

async function search(workbench: Workbench): Promise<void> {
  await openBare(workbench, "crawler.py");
  await workbench.run("PyGloss: Search Notes");
  await workbench.picker.locator("input[type=text]").fill("why does my async code block");
  await workbench.picker.locator(".monaco-list-row.focused").waitFor();
  await take(workbench, "search", { x: 240, y: 0, width: 800, height: 460 });
  await workbench.page.keyboard.press("Escape");
}

async function openBare(workbench: Workbench, file: string): Promise<void> {
  await workbench.run("View: Show Explorer");
  await workbench.open(file);
  await workbench.run("View: Close Primary Side Bar");
}

async function take({ page }: Workbench, name: string, clip: Frame): Promise<void> {
  // Fades and the blinking cursor come to rest.
  await page.waitForTimeout(800);
  const path = `docs/images/${name}.png`;
  await page.screenshot({ path: at(path), clip, animations: "disabled", caret: "hide" });
  console.log(path);
}
