/** A note as a page of HTML. Knows nothing of VS Code, so that tests can read what it writes. */
import type { NoteDocument, NoteSummary } from "../../../server/src/lsp/protocol.ts";
import { escapeHtml, htmlPage } from "../html.ts";
import { createMarkdown, type ExampleWords, type Markdown } from "./markdown.ts";

export interface PageFrame {
  readonly stylesheets: readonly string[];
  readonly script: string;
  /** Loaded by the script, and only where a note has a diagram. */
  readonly diagramScript: string;
  /** Where the stylesheet and images may come from, as the webview names it. */
  readonly cspSource: string;
  /** What a script must know to be run. */
  readonly nonce: string;
  /** Of the page's own words; notes are English. */
  readonly language: string;
  readonly backCommand: string;
  readonly forwardCommand: string;
  readonly words: PageWords;
}

/** What a note needs besides itself to be shown in the page. */
export interface NoteFrame {
  /** Called with a note's id by the links between notes. */
  readonly openCommand: string;
  readonly words: PageWords;
}

/** What the page says itself, in the reader's language. */
export interface PageWords extends ExampleWords {
  readonly navigation: string;
  readonly back: string;
  readonly forward: string;
  readonly search: string;
  readonly noHits: string;
  readonly concept: string;
  readonly copied: string;
  readonly stop: string;
  readonly reset: string;
  readonly code: string;
  readonly output: string;
  readonly loading: string;
  readonly running: string;
  readonly nothingPrinted: string;
  readonly stopped: string;
  readonly tooLong: string;
  readonly tooMuch: string;
  readonly failed: string;
  readonly finding: string;
  readonly sources: string;
  readonly sameAs: string;
  readonly related: string;
  readonly backlinks: string;
  readonly silence: string;
  readonly previousOnPath: string;
  readonly nextOnPath: string;
}

/** Where a note stands on the reading path that the reader follows. */
export interface PlaceOnPath {
  /** Its id. */
  readonly path: string;
  readonly label: string;
  readonly previous: NoteSummary | undefined;
  readonly next: NoteSummary | undefined;
}

/** The page without a note. It is made once for each panel; notes come to it as messages and take each other's place. */
export function renderPage(frame: PageFrame): string {
  const { words, nonce } = frame;
  // Diagrams are shown as pictures made here, which have addresses with their contents in them. Examples are run by
  // WebAssembly in a worker that the script makes of bytes it was given, and which has this same policy.
  const policy = [
    "default-src 'none'",
    `style-src ${frame.cspSource} 'nonce-${nonce}'`,
    `img-src ${frame.cspSource} data:`,
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const body = `<body${data({ words, diagrams: frame.diagramScript, nonce })}>
${toolbar(frame)}
<main></main>
<script nonce="${nonce}" src="${escapeHtml(frame.script)}"></script>
</body>`;
  return htmlPage({ language: "en", title: "PyGloss", policy, stylesheets: frame.stylesheets, body });
}

/** What stands in the page's `main` while this note is shown. */
export function renderNote(note: NoteDocument, { openCommand, words }: NoteFrame, place?: PlaceOnPath): string {
  const markdown = createMarkdown({ noteLink: (id) => commandLink(openCommand, id), words });
  return `<header>
<p class="topic"><span class="kind ${note.kind}">${escapeHtml(words[note.kind])}</span> ${escapeHtml(note.topicTitle)}${version(note.python)}</p>
<h1 tabindex="-1">${markdown.inline(note.title)}</h1>
<div class="summary">${markdown.block(note.summary)}</div>
</header>
<section id="places" aria-labelledby="places-title" hidden><h2 id="places-title"></h2><ul></ul></section>
<article>
${body(note, markdown)}</article>
<footer>
${footer(note, { openCommand, words }, markdown)}
${place ? alongPath(place, { openCommand, words }, markdown) : ""}</footer>`;
}

function toolbar({ backCommand, forwardCommand, words, language }: PageFrame): string {
  const step = (id: string, command: string, arrow: string, word: string) =>
    `<a class="step" id="${id}" role="link" aria-disabled="true" data-href="${escapeHtml(commandLink(command))}" aria-label="${escapeHtml(word)}" title="${escapeHtml(word)}">${arrow}</a>`;
  const label = escapeHtml(words.search);
  return `<nav lang="${escapeHtml(language)}" aria-label="${escapeHtml(words.navigation)}">
${step("back", backCommand, "←", words.back)}
${step("forward", forwardCommand, "→", words.forward)}
<div class="search">
<input id="search" type="search" role="combobox" aria-expanded="false" aria-controls="hits" aria-autocomplete="list" autocomplete="off" spellcheck="false" placeholder="${label}" aria-label="${label}">
<ul id="hits" role="listbox" aria-label="${label}" hidden></ul>
</div>
</nav>`;
}

/** What a trap is and what to do instead stand side by side where there is room. */
function body({ kind, body: text }: NoteDocument, markdown: Markdown): string {
  const [, trap, instead, rest = ""] = (kind === "trap" && SIDES.exec(text)) || [];
  if (!trap?.trim() || !instead) return markdown.block(text);
  return `<div class="sides">
<div class="side">${markdown.block(trap)}</div>
<div class="side">${markdown.block(instead)}</div>
</div>
${markdown.block(rest)}`;
}

const SIDES = /^([\s\S]*?)(^## Instead$[\s\S]*?)(^## [\s\S]*)?$(?![\s\S])/m;

/** `>=3.10` as people say it. */
function version(python: string | undefined): string {
  if (python === undefined) return "";
  const text = python.replace(/^>=\s*([\d.]+)$/, "$1+");
  return ` <span class="kind version">Python ${escapeHtml(text)}</span>`;
}

/** For the page's script, which must not have anything written into its text. */
function data(values: Readonly<Record<string, unknown>>): string {
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  return Object.entries(values)
    .map(([key, value]) => ` data-${key}="${escapeHtml(text(value))}"`)
    .join("");
}

function footer(note: NoteDocument, { openCommand, words }: NoteFrame, markdown: Markdown): string {
  const link = (one: NoteSummary) => relatedNote(one, commandLink(openCommand, one.id), words, markdown);
  const sources = note.sources.map(({ title, url }) => externalLink(title, url));
  const silence = note.kind === "trap" ? [`<code># pygloss: ignore[${escapeHtml(note.id)}]</code>`] : [];
  return [
    section(words.related, note.related.map(link)),
    section(words.backlinks, note.backlinks.map(link)),
    section(words.sources, sources),
    section(words.sameAs, sameAs(note.sameAs)),
    section(words.silence, silence),
  ].join("");
}

function alongPath(
  { path, label, previous, next }: PlaceOnPath,
  { openCommand, words }: NoteFrame,
  markdown: Markdown,
): string {
  const step = (note: NoteSummary, rel: string, word: string) => {
    const href = escapeHtml(commandLink(openCommand, note.id, path));
    return `<li class="${rel}"><a rel="${rel}" href="${href}" title="${escapeHtml(word)}">${markdown.inline(note.title)}</a></li>\n`;
  };
  return `<section class="path">
<h2>${escapeHtml(label)}</h2>
<ul>
${previous ? step(previous, "prev", words.previousOnPath) : ""}${next ? step(next, "next", words.nextOnPath) : ""}</ul>
</section>
`;
}

function relatedNote(note: NoteSummary, href: string, words: PageWords, markdown: Markdown): string {
  const mark = note.kind === "trap" ? ` <span class="kind trap">${escapeHtml(words.trap)}</span>` : "";
  return `<a href="${escapeHtml(href)}">${markdown.inline(note.title)}</a>${mark}`;
}

/** A team's note may name any address as its source; only those of web pages become links. */
function externalLink(title: string, url: string): string {
  return /^https?:\/\//i.test(url) ? `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>` : escapeHtml(title);
}

function sameAs(codes: NoteDocument["sameAs"]): string[] {
  return Object.entries(codes).flatMap(([tool, list = []]) => {
    const all = list.map((code) => `<code>${escapeHtml(code)}</code>`).join(", ");
    return list.length > 0 ? [`${escapeHtml(TOOLS[tool] ?? tool)} ${all}`] : [];
  });
}

const TOOLS: Readonly<Record<string, string>> = {
  ruff: "Ruff",
  flake8: "Flake8",
  pylint: "Pylint",
  sonar: "SonarPython",
  pyright: "Pyright",
  bandit: "Bandit",
} satisfies Record<keyof NoteDocument["sameAs"], string>;

function section(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  const list = items.map((item) => `<li>${item}</li>\n`).join("");
  return `<section>\n<h2>${escapeHtml(title)}</h2>\n<ul>\n${list}</ul>\n</section>\n`;
}

/** VS Code reads the arguments of a command address as a JSON array in its query. */
export function commandLink(command: string, ...args: unknown[]): string {
  return args.length === 0 ? `command:${command}` : `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
