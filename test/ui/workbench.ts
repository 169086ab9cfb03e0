/** The workbench as its user has it: what one can point at, press and read. */
import type { FrameLocator, Locator, Page } from "playwright-core";

export class Workbench {
  readonly page: Page;
  readonly hover: Locator;
  readonly warnings: Locator;
  readonly menu: Locator;
  readonly problems: Locator;
  readonly picker: Locator;
  /** The page inside a webview, which lies in two frames. */
  readonly note: FrameLocator;

  constructor(page: Page) {
    this.page = page;
    this.hover = page.locator(".monaco-hover:not(.hidden)");
    this.warnings = page.locator(".monaco-editor .squiggly-warning");
    this.menu = page.locator(".action-widget");
    this.problems = page.locator(".markers-panel .monaco-list-row");
    this.picker = page.locator(".quick-input-widget");
    this.note = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  }

  async ready(): Promise<void> {
    await this.page.locator(".monaco-workbench").waitFor({ timeout: 30_000 });
    await this.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
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
    await this.page.keyboard.press("F1");
    await this.picker.locator("input[type=text]").fill(`>${title}`);
    await this.#focusedRow(this.picker, title);
    await this.page.keyboard.press("Enter");
  }

  /** Rests the mouse on a word in the line that contains `line`, and returns what VS Code then shows. */
  async hoverOver(line: string, word: string): Promise<string> {
    await this.page.keyboard.press("Escape");
    await this.page.mouse.move(640, 790);
    const { x, y } = await this.#place(line, word);
    await this.page.mouse.move(x - 1, y);
    await this.page.mouse.move(x, y, { steps: 3 });
    const shown = this.hover
      .filter({ hasText: /\S{3}/ })
      .filter({ hasNotText: /^Loading/ })
      .first();
    await shown.waitFor();
    return (await shown.textContent()) ?? "";
  }

  /** Puts the cursor on a word. */
  async click(line: string, word: string): Promise<void> {
    const { x, y } = await this.#place(line, word);
    await this.page.mouse.click(x, y);
    await this.page.mouse.move(640, 790);
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

  /** Brings a line, counted from one, to the top of the editor. */
  async scrollTo(line: number): Promise<void> {
    await this.page.keyboard.press("Control+g");
    await this.picker.locator("input[type=text]").fill(`:${line}`);
    await this.page.keyboard.press("Enter");
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
    const text = ((await content.textContent()) ?? "").replaceAll("\u00a0", " ");
    const box = await content.boundingBox();
    const start = text.indexOf(word, text.indexOf(line));
    if (!box || start < 0) throw new Error(`${JSON.stringify(word)} is not to be seen in ${JSON.stringify(text)}.`);
    const letter = box.width / text.length;
    return { x: box.x + letter * (start + word.length / 2), y: box.y + box.height / 2 };
  }
}
