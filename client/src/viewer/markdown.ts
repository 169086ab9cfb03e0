/** The Markdown of notes as HTML: no raw HTML, no images, links only to web pages and to other notes. */
import MarkdownIt, { type RendererRule } from "markdown-it";
import { escapeHtml } from "../html.ts";
import { type Lack, readFence } from "./fence.ts";
import { highlightPython, isSession } from "./highlight.ts";

export interface Markdown {
  block(text: string): string;
  /** Without a paragraph around it. */
  inline(text: string): string;
}

export interface MarkdownOptions {
  /** The address that opens a note. */
  readonly noteLink: (id: string) => string;
  readonly words: ExampleWords;
}

/** What is written above an example, on its button, and what a screen reader says of what can be scrolled. */
export interface ExampleWords {
  readonly trap: string;
  readonly better: string;
  readonly example: string;
  readonly diagram: string;
  readonly table: string;
  readonly copy: string;
  readonly run: string;
  readonly edit: string;
  /** In front of a reason. */
  readonly cannotRun: string;
  readonly lacks: Readonly<Record<Lack, string>>;
}

export function createMarkdown({ noteLink, words }: MarkdownOptions): Markdown {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.disable("image");
  markdown.validateLink = (url) => NOTE_ADDRESS.test(url) || /^https?:\/\//i.test(url);
  Object.assign(markdown.renderer.rules, rules(noteLink, words));
  return { block: (text) => markdown.render(text), inline: (text) => markdown.renderInline(text) };
}

const NOTE_ADDRESS = /^note:([a-z0-9]+(?:-[a-z0-9]+)*)$/;

function rules(noteLink: MarkdownOptions["noteLink"], words: ExampleWords): Record<string, RendererRule> {
  return {
    link_open: (tokens, index, options, _env, self) => {
      const token = tokens[index];
      const id = NOTE_ADDRESS.exec(`${token?.attrGet("href")}`)?.[1];
      if (id !== undefined) token?.attrSet("href", noteLink(id));
      return self.renderToken(tokens, index, options);
    },
    fence: (tokens, index) => {
      const { info = "", content = "" } = tokens[index] ?? {};
      const { language, role, reason, lack } = readFence(info, content);
      const label = language === "mermaid" ? words.diagram : words[role ?? "example"];
      const pre = codeBlock(language, content, label);
      if (language === "mermaid") return `<div class="diagram">${pre}</div>\n`;
      const copy = `<button type="button" class="copy">${escapeHtml(words.copy)}</button>`;
      const tools = language === "python" ? runTools(reason ?? (lack && words.lacks[lack]), words) : "";
      const example = `<div class="example">${pre}${copy}${tools}</div>`;
      if (role === undefined) return `${example}\n`;
      const caption = `<figcaption>${escapeHtml(words[role])}</figcaption>`;
      return `<figure class="${role}">\n${caption}\n${example}</figure>\n`;
    },
    // A table wider than the panel scrolls by itself instead of the whole page.
    table_open: () => `<div class="table" tabindex="0" role="group" aria-label="${escapeHtml(words.table)}"><table>\n`,
    table_close: () => "</table></div>\n",
  };
}

function codeBlock(language: string, content: string, label: string): string {
  const isPython = language === "python";
  const name = isPython && isSession(content) ? "session" : `lang-${escapeHtml(language)}`;
  const code = isPython ? highlightPython(content) : escapeHtml(content);
  // Whoever uses the keyboard must be able to scroll a long line.
  return `<pre class="${name}" tabindex="0" role="group" aria-label="${escapeHtml(label)}"><code>${code}</code></pre>\n`;
}

/** What runs an example, or why it cannot be run. */
function runTools(reason: string | undefined, words: ExampleWords): string {
  const button = (name: string, word: string, state = "") =>
    `<button type="button" class="${name}"${state}>${escapeHtml(word)}</button>`;
  const rest =
    reason === undefined
      ? button("edit", words.edit)
      : `<span class="reason">${escapeHtml(`${words.cannotRun} ${reason}`)}</span>`;
  return `<div class="tools">${button("run", words.run, reason === undefined ? "" : " disabled")}${rest}</div>\n`;
}
