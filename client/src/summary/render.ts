/** The page about a check of the workspace. It has no scripts; names of files are text to it, whatever is in them. */
import type { TopicNotes } from "../../../server/src/lsp/protocol.ts";
import { escapeHtml, htmlPage } from "../html.ts";
import { commandLink } from "../viewer/render.ts";
import { picture } from "./picture.ts";
import {
  byFile,
  byFolder,
  byRule,
  type CheckedFile,
  type FileFinding,
  notesMet,
  type PlacedFinding,
  type Summary,
} from "./summary.ts";

export interface SummaryFrame {
  readonly stylesheets: readonly string[];
  readonly cspSource: string;
  readonly language: string;
  /** Called with a note's id. */
  readonly openNote: string;
  /** Called with a `PlaceInFile`. */
  readonly openPlace: string;
  readonly words: SummaryWords;
}

export interface PlaceInFile {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** What the page says itself, in the reader's language. */
export interface SummaryWords {
  readonly title: string;
  readonly counts: (findings: number, withFindings: number, files: number) => string;
  readonly nothing: string;
  readonly stopped: string;
  readonly map: string;
  readonly mapLegend: string;
  readonly byRule: string;
  readonly byFolder: string;
  readonly byFile: string;
  readonly notesMet: string;
  readonly places: (count: number) => string;
  readonly findingsIn: (path: string, count: number) => string;
  readonly line: (line: number) => string;
  readonly more: (count: number) => string;
  readonly leftOut: (count: number) => string;
  readonly top: string;
}

/** More would be a list nobody reads; the problems view has them all. */
const MOST_PLACES = 50;
const MOST_ROWS = 20;

export function renderSummary(given: Summary, topics: readonly TopicNotes[], frame: SummaryFrame): string {
  const summary = withPlainNames(given);
  const { words, cspSource, language, stylesheets } = frame;
  const policy = ["default-src 'none'", `style-src ${cspSource}`];
  const body = `<body class="summary-page">
<main>
<header>
<h1>${escapeHtml(words.title)}</h1>
${headline(summary, words)}
</header>
${figure(summary, frame)}
${rules(summary, frame, titlesOf(topics))}
<div class="columns">
${folders(summary, frame)}
${files(summary, frame)}
</div>
${notes(summary, frame, titlesOf(topics))}
${leftOut(summary, words)}
</main>
</body>`;
  return htmlPage({ language, title: words.title, policy, stylesheets, body });
}

function headline({ files, isComplete }: Summary, words: SummaryWords): string {
  const found = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const withFindings = files.filter(({ findings }) => findings.length > 0).length;
  const stopped = isComplete ? "" : `<p>${escapeHtml(words.stopped)}</p>`;
  const praise = found === 0 && isComplete && files.length > 0 ? `<p>${escapeHtml(words.nothing)}</p>` : "";
  return `<p class="summary">${escapeHtml(words.counts(found, withFindings, files.length))}</p>${praise}${stopped}`;
}

function figure({ files }: Summary, frame: SummaryFrame): string {
  const { words } = frame;
  const drawn = picture(files, words.map, {
    open: (file) => placeLink(frame, file, file.findings[0]),
    nameOf: (folder) => folder || words.top,
    describe: (file) => words.findingsIn(file.path, file.findings.length),
  });
  return drawn && `<figure class="picture">${drawn}\n<figcaption>${escapeHtml(words.mapLegend)}</figcaption></figure>`;
}

function rules(summary: Summary, frame: SummaryFrame, titles: ReadonlyMap<string, string>): string {
  const all = byRule(summary);
  const most = all[0]?.places.length ?? 1;
  const rows = all.map(({ rule, places }) => {
    const title = `<a href="${escapeHtml(commandLink(frame.openNote, rule))}" lang="en">${noteTitle(rule, titles)}</a>`;
    return row(`${title}${placesOf(places, frame)}`, places.length, most);
  });
  return section(frame.words.byRule, rows);
}

function placesOf(places: readonly PlacedFinding[], frame: SummaryFrame): string {
  const { words } = frame;
  const items = places.slice(0, MOST_PLACES).map(({ file, finding }) => {
    const place = `${file.path}, ${words.line(finding.line + 1)}`;
    return `<li><a href="${escapeHtml(placeLink(frame, file, finding))}">${escapeHtml(place)}</a></li>`;
  });
  const more = places.length > MOST_PLACES ? `<p>${escapeHtml(words.more(places.length - MOST_PLACES))}</p>` : "";
  return `<details><summary>${escapeHtml(words.places(places.length))}</summary><ul>${items.join("")}</ul>${more}</details>`;
}

function folders(summary: Summary, { words }: SummaryFrame): string {
  const all = byFolder(summary).slice(0, MOST_ROWS);
  const rows = all.map(({ of, count }) => row(escapeHtml(of || words.top), count, all[0]?.count ?? 1));
  return section(words.byFolder, rows);
}

function files(summary: Summary, frame: SummaryFrame): string {
  const all = byFile(summary).slice(0, MOST_ROWS);
  const rows = all.map(({ of, count }) => {
    const href = escapeHtml(placeLink(frame, of, of.findings[0]));
    return row(`<a href="${href}">${escapeHtml(of.path)}</a>`, count, all[0]?.count ?? 1);
  });
  return section(frame.words.byFile, rows);
}

function notes(summary: Summary, { words, openNote }: SummaryFrame, titles: ReadonlyMap<string, string>): string {
  const all = notesMet(summary)
    .filter(({ of }) => titles.has(of))
    .slice(0, MOST_ROWS);
  const rows = all.map(({ of, count }) => {
    const link = `<a href="${escapeHtml(commandLink(openNote, of))}" lang="en">${noteTitle(of, titles)}</a>`;
    return row(link, count, all[0]?.count ?? 1);
  });
  return section(words.notesMet, rows);
}

function leftOut({ leftOut: paths }: Summary, words: SummaryWords): string {
  if (paths.length === 0) return "";
  const items = paths.slice(0, MOST_PLACES).map((path) => `<li>${escapeHtml(path)}</li>`);
  const more = paths.length > MOST_PLACES ? `<p>${escapeHtml(words.more(paths.length - MOST_PLACES))}</p>` : "";
  return `<details><summary>${escapeHtml(words.leftOut(paths.length))}</summary><ul>${items.join("")}</ul>${more}</details>`;
}

/** A bar beside its number says nothing that the number does not. */
function row(name: string, count: number, most: number): string {
  const bar = `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${(100 * count) / most}" height="10"/></svg>`;
  return `<tr><th scope="row">${name}</th><td class="number">${count}</td><td>${bar}</td></tr>\n`;
}

function section(title: string, rows: readonly string[]): string {
  if (rows.length === 0) return "";
  return `<section>\n<h2>${escapeHtml(title)}</h2>\n<table class="bars">\n${rows.join("")}</table>\n</section>`;
}

function titlesOf(topics: readonly TopicNotes[]): ReadonlyMap<string, string> {
  return new Map(topics.flatMap(({ notes }) => notes.map(({ id, title }) => [id, title] as const)));
}

function noteTitle(id: string, titles: ReadonlyMap<string, string>): string {
  return escapeHtml((titles.get(id) ?? id).replaceAll("`", ""));
}

function placeLink({ openPlace }: SummaryFrame, { uri }: CheckedFile, finding: FileFinding | undefined): string {
  const place: PlaceInFile = { uri, line: finding?.line ?? 0, character: finding?.character ?? 0 };
  return commandLink(openPlace, place);
}

/** A name may have line ends in it, or characters that turn the text around. */
function withPlainNames(summary: Summary): Summary {
  const plain = (path: string) => path.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\uFFFD");
  const files = summary.files.map((file) => ({ ...file, path: plain(file.path) }));
  return { ...summary, files, leftOut: summary.leftOut.map(plain) };
}
