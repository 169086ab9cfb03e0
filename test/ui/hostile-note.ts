/** What a page of a note does with a note that means harm, in the browser: nothing. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import type { NotePage } from "../../client/src/viewer/messages.ts";
import { type PageWords, renderNote, renderPage } from "../../client/src/viewer/render.ts";
import type { NoteDocument } from "../../server/src/lsp/protocol.ts";
import { at } from "../processes.ts";
import type { Workbench } from "./workbench.ts";

const HOME = "https://page.test/";
const EVIL = `<img src="https://evil.test/a.png" onerror="globalThis.evil = 1"><script src="https://evil.test/a.js"></script>
<script>globalThis.evil = 2</script><iframe src="https://evil.test/"></iframe><svg onload="globalThis.evil = 3"></svg>
<link rel="stylesheet" href="https://evil.test/a.css"><style>@import "https://evil.test/b.css";</style>
<p style="background: url(https://evil.test/b.png)" onclick="globalThis.evil = 4">text</p>
<form action="https://evil.test/form"><button id="send">Send</button></form><base href="https://evil.test/">`;
const MARKDOWN = `${EVIL}

![picture](https://evil.test/c.png) [one](javascript:globalThis.evil=5) [two](command:workbench.action.quit)
[three](data:text/html,<script>globalThis.evil=6</script>) [four](file:///etc/passwd) [five](https://peps.python.org)

\`\`\`mermaid
%%{init: {"securityLevel": "loose", "themeCSS": "@import url(https://evil.test/d.css)"}}%%
flowchart LR
  a["<img src=https://evil.test/d.png onerror='globalThis.evil=7'>"] --> b
  click a "javascript:globalThis.evil=8" "x"
\`\`\`

\`\`\`"><script>globalThis.evil=9</script>
${EVIL}
\`\`\`
`;
/** Every word is its own name; the page does not mind. */
const words = new Proxy({}, { get: (_, name) => String(name) }) as unknown as PageWords;

export function defineHostileNote({ page: workbenchPage }: Workbench): void {
  describe("the page of a note that means harm", () => {
    let page: Page;
    let asked: string[];

    beforeEach(async () => {
      asked = [];
      page = await workbenchPage.context().newPage();
      await page.route("**/*", async (route) => {
        const url = route.request().url();
        const script = /^https:\/\/page\.test\/(\w+\.js)$/.exec(url)?.[1];
        if (url === HOME) await route.fulfill({ contentType: "text/html", body: thePage() });
        else if (script !== undefined)
          await route.fulfill({
            contentType: "text/javascript",
            body: await readFile(at("dist/webview", script), "utf8"),
          });
        else {
          if (!url.startsWith("data:")) asked.push(url);
          await route.abort();
        }
      });
      await page.addInitScript({
        content: "acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} })",
      });
      await page.goto(HOME);
    });

    afterEach(() => page.close());

    async function show(html: string): Promise<void> {
      const state = { ids: [], index: -1 };
      const note: NotePage = {
        id: "x",
        title: "x",
        html,
        canGoBack: false,
        canGoForward: false,
        state,
        isPreview: false,
      };
      await page.evaluate((note) => window.postMessage({ type: "note", note }), note);
      await page.locator("main > *").first().waitFor({ state: "attached" });
      // What would run or load does so soon.
      await page.waitForTimeout(1500);
    }

    async function isInert(): Promise<void> {
      deepEqual(asked, [], "nothing is loaded");
      equal(await page.evaluate(() => Reflect.get(globalThis, "evil")), undefined, "nothing is run");
    }

    it("shows its Markdown as text, with links to web pages alone", async () => {
      const text = { title: MARKDOWN, summary: MARKDOWN, body: MARKDOWN, topicTitle: EVIL, id: "x", topic: "x" };
      const rest: Omit<NoteDocument, keyof typeof text> = {
        kind: "trap",
        sources: [{ title: EVIL, url: `https://peps.python.org/"${EVIL}` }],
        related: [],
        backlinks: [],
        sameAs: { ruff: [EVIL] },
      };
      await show(renderNote({ ...text, ...rest }, { openCommand: "pygloss.openNote", words }));
      await isInert();
      equal(await page.locator("main :is(script, iframe, svg, style, link, form, base)").count(), 0);
      const addresses = await page
        .locator("main a")
        .evaluateAll((links) => links.map((a) => a.getAttribute("href") ?? ""));
      ok(addresses.length > 0);
      deepEqual([...new Set(addresses.map((address) => new URL(address).protocol))], ["https:"]);
    });

    it("runs and loads nothing even where its HTML were not escaped", async () => {
      await show(EVIL);
      await page.locator("#send").dispatchEvent("click");
      await page.locator("main p").dispatchEvent("click");
      await page.waitForTimeout(500);
      await isInert();
      equal(page.url(), HOME);
    });
  });
}

function thePage(): string {
  return renderPage({
    stylesheets: [],
    script: `${HOME}note.js`,
    diagramScript: `${HOME}diagrams.js`,
    cspSource: HOME,
    nonce: "abc123",
    language: "en",
    backCommand: "pygloss.noteBack",
    forwardCommand: "pygloss.noteForward",
    words,
  });
}
