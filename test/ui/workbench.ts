/** The workbench as its user has it: what one can point at, press and read. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, FrameLocator, Locator, Page } from "playwright-core";
import { at } from "../processes.ts";
import { photograph } from "../vscode/automation.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A place where the mouse points at nothing: the middle of the status bar, or below the code. */
const NOWHERE = [600, 797] as const;

/** VS Code follows the system's colours (see `session.ts`); the browser plays the system. */
const DARK = { label: "dark", mark: "vs-dark", media: { colorScheme: "dark", forcedColors: "none" } } as const;
const THEMES = [
  { label: "light", mark: "vs", media: { colorScheme: "light", forcedColors: "none" } },
  DARK,
  { label: "contrast", mark: "hc-black", media: { colorScheme: "dark", forcedColors: "active" } },
] as const;

export class Workbench {
  readonly page: Page;
  readonly hover: Locator;
  /** What is underlined, loudly or quietly. */
  readonly findings: Locator;
  readonly menu: Locator;
  readonly problems: Locator;
  readonly picker: Locator;
  /** The page inside a webview, which lies in two frames. */
  readonly note: FrameLocator;

  constructor(page: Page) {
    this.page = page;
    this.hover = page.locator(".monaco-editor .monaco-hover:not(.hidden)");
    this.findings = page.locator(".monaco-editor .squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint");
    this.menu = page.locator(".action-widget");
    this.problems = page.locator(".markers-panel .monaco-list-row");
    this.picker = page.locator(".quick-input-widget");
    this.note = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  }

  async ready(): Promise<void> {
    await this.page.locator(".monaco-workbench").waitFor({ timeout: 30_000 });
    await this.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  }

  /** The frame of the page in a webview, where scripts can be run. */
  async insideNote(): Promise<Frame> {
    const element = await this.note.locator("body").elementHandle();
    const frame = await element?.ownerFrame();
    if (!frame) throw new Error("No webview is shown.");
    return frame;
  }

  /** Closes what is open and opens a file from the explorer. */
  async open(file: string): Promise<void> {
    await this.run("View: Close All Editors");
    await this.page.locator(".explorer-folders-view .monaco-list-row", { hasText: file }).dblclick();
    await this.page.locator(".tab.active", { hasText: file }).waitFor();
    await this.page.locator(".monaco-editor .view-line").first().waitFor();
  }

  /** Runs a command of the palette. */
  async run(title: string): Promise<void> {
    const input = this.picker.locator("input[type=text]");
    // A page that has just taken the focus may not hear the key.
    for (let attempt = 0; attempt < 3; attempt++) {
      await this.page.keyboard.press("F1");
      if (await appears(input, 3000)) break;
    }
    await input.fill(`>${title}`);
    // Of commands that begin with the same words, the one that was run last comes first.
    const words = new RegExp(`^${title.replaceAll(/[^\w ]/g, "\\$&")}$`);
    const wanted = this.picker.locator(".monaco-list-row", {
      has: this.page.locator(".label-name", { hasText: words }),
    });
    const focused = wanted.and(this.page.locator(".focused"));
    await wanted.waitFor();
    for (let step = 0; step < 5 && !(await focused.isVisible()); step++) await this.page.keyboard.press("ArrowDown");
    await focused.waitFor({ timeout: 2000 });
    await this.page.keyboard.press("Enter");
  }

  /** Opens a note by its title, as a reader does, who presses `Enter` when it is found. */
  async openNote(title: string, pressEnter = () => this.page.keyboard.press("Enter")): Promise<void> {
    const box = this.picker.locator("input[placeholder='Search Python notes']");
    await this.run("PyGloss: Search Notes");
    // The page of the note before takes the focus when it is drawn, and a picker without it closes.
    if (!(await fills(box, title))) {
      await this.run("PyGloss: Search Notes");
      await box.fill(title);
    }
    await this.#focusedRow(this.picker, title);
    await pressEnter();
    await this.note.locator("h1", { hasText: title }).waitFor();
  }

  /**
   * Rests the mouse on a word in the line that contains `line`, and returns what VS Code then shows. While the extension
   * starts there is nothing to show, and nothing comes later by itself: one has to point again.
   */
  async hoverOver(line: string, word: string): Promise<string> {
    await this.page.keyboard.press("Escape");
    const shown = this.hover.filter({ hasText: /\S{3}/, hasNotText: /^Loading/ }).first();
    for (const patience of [2000, 4000, 8000]) {
      await this.page.mouse.move(...NOWHERE);
      const { x, y } = await this.#place(line, word);
      await this.page.mouse.move(x, y, { steps: 3 });
      if (await appears(shown, patience)) return (await shown.textContent()) ?? "";
    }
    throw new Error(`Nothing is shown for ${JSON.stringify(word)} in ${JSON.stringify(line)}.`);
  }

  /** Puts the cursor on a word. */
  async click(line: string, word: string): Promise<void> {
    const { x, y } = await this.#place(line, word);
    await this.page.mouse.click(x, y);
    await this.page.mouse.move(...NOWHERE);
  }

  /** Opens the menu of quick fixes at the cursor and returns its entries. */
  async quickFixes(): Promise<string[]> {
    await this.page.keyboard.press("Control+.");
    await this.menu.locator(".monaco-list-row.action").first().waitFor();
    return this.menu.locator(".monaco-list-row.action").allTextContents();
  }

  /** Goes down an open menu or list to the entry and takes it. The mouse would be caught by a layer above the menu. */
  async choose(list: Locator, entry: string | RegExp): Promise<void> {
    const wanted = list.locator(".monaco-list-row.focused", { hasText: entry });
    const rows = await list.locator(".monaco-list-row").count();
    for (let step = 0; step < rows && !(await wanted.isVisible()); step++) await this.page.keyboard.press("ArrowDown");
    await wanted.waitFor({ timeout: 2000 });
    await this.page.keyboard.press("Enter");
  }

  /** What axe-core objects to in the page of a webview, in every theme and at two widths of the window. */
  async accessibilityProblems(): Promise<string[]> {
    const problems: string[] = [];
    for (const width of [800, 1400]) {
      await this.page.setViewportSize({ width, height: 800 });
      await this.#inThemes(async (theme) => {
        const copy = await this.#copyOfNote();
        await copy.evaluate(AXE);
        const found = await copy.evaluate<string[]>(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 100))].join(' ')))",
        );
        await copy.close();
        problems.push(...found.map((problem) => `${theme}, ${width}: ${problem}`));
      });
    }
    await this.page.setViewportSize({ width: 1280, height: 800 });
    return problems;
  }

  /** The page of a webview as it is now, in a window of its own: in its own frame scripts may be forbidden, ours, too. */
  async #copyOfNote(): Promise<Page> {
    const inside = await this.insideNote();
    const html = await inside.evaluate<string>("document.documentElement.outerHTML");
    const [width, height] = await inside.evaluate<[number, number]>("[innerWidth, innerHeight]");
    const sheets = [...html.matchAll(/<link[^>]*\/media\/([\w-]+\.css)"/g)];
    const styles = sheets.map(([, name = ""]) => readFileSync(at("client", "media", name), "utf8"));
    const copy = await this.page.context().newPage();
    await copy.setViewportSize({ width, height });
    const plain = html.replaceAll(/<(link|meta|base)[^>]*>|<script.*?<\/script>/gs, "");
    await copy.setContent(plain.replace("</head>", () => `<style>${styles.join("\n")}</style></head>`));
    return copy;
  }

  /** Takes pictures of what is shown now, in a light, a dark and a high-contrast theme. */
  async photographThemes(name: string): Promise<void> {
    await this.#inThemes((theme) => photograph(this.page, `${name}-${theme}`));
  }

  async #inThemes(look: (theme: string) => Promise<void>): Promise<void> {
    for (const { label, mark, media } of THEMES) {
      await this.page.emulateMedia(media);
      await this.page.locator(`.monaco-workbench.${mark}`).waitFor();
      // Webviews hear of it a moment later, and colours fade.
      await this.page.waitForTimeout(400);
      await look(label);
    }
    await this.page.emulateMedia(DARK.media);
    await this.page.locator(`.monaco-workbench.${DARK.mark}`).waitFor();
  }

  async text(line: string): Promise<Locator> {
    const found = this.page.locator(".monaco-editor .view-line", { hasText: line }).first();
    await found.waitFor();
    return found;
  }

  async #focusedRow(list: Locator, text: string): Promise<void> {
    await list.locator(".monaco-list-row.focused", { hasText: text }).first().waitFor();
  }

  /** The middle of a word on the screen: lines of code have letters of one width. */
  async #place(line: string, word: string): Promise<{ x: number; y: number }> {
    const content = (await this.text(line)).locator("> span");
    // A line that is coloured anew is taken away and drawn again; in between it has no place.
    for (let attempt = 0; attempt < 20; attempt++) {
      const text = ((await content.textContent()) ?? "").replaceAll("\u00a0", " ");
      const start = text.indexOf(word, text.indexOf(line));
      if (start < 0) throw new Error(`${JSON.stringify(word)} is not to be seen in ${JSON.stringify(text)}.`);
      const box = await content.boundingBox();
      if (box) {
        const letter = box.width / text.length;
        return { x: box.x + letter * (start + word.length / 2), y: box.y + box.height / 2 };
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(`The line ${JSON.stringify(line)} does not come to rest.`);
  }
}

async function appears(what: Locator, timeout: number): Promise<boolean> {
  try {
    await what.waitFor({ timeout });
    return true;
  } catch {
    return false;
  }
}

function fills(box: Locator, text: string): Promise<boolean> {
  return box.fill(text, { timeout: 3000 }).then(
    () => true,
    () => false,
  );
}
