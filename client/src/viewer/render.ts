/** A note as a page of HTML. Knows nothing of VS Code, so that tests can read what it writes. */
import type { NoteDocument, NoteSummary } from "../../../server/src/lsp/protocol.ts";
import { escapeHtml } from "./escape.ts";
import { createMarkdown, type Markdown } from "./markdown.ts";

export interface PageFrame {
  readonly stylesheet: string;
  /** Where the stylesheet and images may come from, as the webview names it. */
  readonly cspSource: string;
  /** Called with a note's id by the links between notes. */
  readonly openCommand: string;
  /** Undefined where there is nothing to go back to. */
  readonly backCommand: string | undefined;
  readonly words: PageWords;
}

/** What the page says itself, in the reader's language. */
export interface PageWords {
  readonly back: string;
  readonly concept: string;
  readonly trap: string;
  readonly better: string;
  readonly sources: string;
  readonly sameAs: string;
  readonly related: string;
  readonly silence: string;
}

export function renderPage(note: NoteDocument, frame: PageFrame): string {
  const { words } = frame;
  const markdown = createMarkdown({ noteLink: (id) => commandLink(frame.openCommand, id), words });
  const policy = `default-src 'none'; style-src ${frame.cspSource}; img-src ${frame.cspSource};`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(note.title)}</title>
<link rel="stylesheet" href="${escapeHtml(frame.stylesheet)}">
</head>
<body>
<main>
<header>
${frame.backCommand === undefined ? "" : `<nav><a href="${escapeHtml(commandLink(frame.backCommand))}">← ${escapeHtml(words.back)}</a></nav>`}
<p class="topic"><span class="kind ${note.kind}">${escapeHtml(words[note.kind])}</span> ${escapeHtml(note.topicTitle)}</p>
<h1>${markdown.inline(note.title)}</h1>
<div class="summary">${markdown.block(note.summary)}</div>
</header>
<article>
${markdown.block(note.body)}</article>
<footer>
${footer(note, frame, markdown)}
</footer>
</main>
</body>
</html>`;
}

function footer(note: NoteDocument, { openCommand, words }: PageFrame, markdown: Markdown): string {
  const related = note.related.map((one) => relatedNote(one, commandLink(openCommand, one.id), words, markdown));
  const sources = note.sources.map(({ title, url }) => externalLink(title, url));
  const silence = note.kind === "trap" ? [`<code># pygloss: ignore[${escapeHtml(note.id)}]</code>`] : [];
  return [
    section(words.related, related),
    section(words.sources, sources),
    section(words.sameAs, sameAs(note.sameAs)),
    section(words.silence, silence),
  ].join("");
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
function commandLink(command: string, ...args: string[]): string {
  return args.length === 0 ? `command:${command}` : `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
