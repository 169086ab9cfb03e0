/** What the page of a note can do: show one note after the other, search, copy and run examples, lead to the code. */
import type { FromPage, NotePage, PageState, ToPage } from "../src/viewer/messages.ts";
import type { PageWords } from "../src/viewer/render.ts";
import { type Aside, putAside } from "./aside.ts";
import { wireCopy } from "./copy.ts";
import { wireDiagrams } from "./draw.ts";
import { type Edits, keepEdits } from "./edits.ts";
import { showPlaces } from "./places.ts";
import { Python } from "./python.ts";
import { wireRun } from "./run.ts";
import { wireSearch } from "./search.ts";

interface KeptState extends PageState {
  /** Not there where an earlier version of PyGloss kept it. */
  readonly edits?: Edits;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): KeptState | undefined;
  setState(state: KeptState): void;
};

const vscode = acquireVsCodeApi();
const { words: given = "{}", diagrams = "", nonce = "" } = document.body.dataset;
const words = JSON.parse(given) as PageWords;
const main = document.querySelector("main") ?? document.body;

const tell = (message: FromPage) => vscode.postMessage(message);
const search = wireSearch(tell, words);
const drawDiagrams = wireDiagrams(diagrams, nonce, words);
const python = new Python(() => tell({ type: "python" }));
let shown: NotePage | undefined;
let aside: Aside | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "note") show(data.note);
  else if (data.type === "leavePreview") leavePreview();
  else if (data.type === "hits") search.show(data.query, data.hits);
  else if (data.type === "python") python.receive(data);
  else showPlaces(data.title, data.places, words, tell);
});
tell({ type: "ready" });

/** What is there already stays as it is. */
function show(note: NotePage): void {
  const isThere = note.html === shown?.html;
  if (note.isPreview) aside ??= putAside(shown?.html, main);
  const waits = aside?.html === note.html ? aside : undefined;
  if (!note.isPreview) {
    aside = undefined;
    if (!waits) endBefore();
  }
  if (isThere) keep(note);
  else if (waits) {
    waits.bringBack();
    keep(note);
    drawDiagrams();
  } else {
    // Text of notes was escaped where it was rendered, and the page's policy lets no script in it run.
    main.innerHTML = note.html;
    window.scrollTo(0, 0);
    // Whoever reads with the keyboard or by ear goes on at the beginning.
    if (document.hasFocus()) main.querySelector("h1")?.focus();
    begin(note);
  }
}

/** Of a note that is no longer shown, nothing goes on. */
function endBefore(): void {
  search.clear();
  python.stop();
}

/** Gives life to a note that is in the page. */
function begin(note: NotePage): void {
  keep(note);
  wireCopy(main, tell, words);
  wireRun(main, python, keepEdits(edits(), keepEdited), words);
  drawDiagrams();
}

/** Makes the rest of the page that of the note. */
function keep(note: NotePage): void {
  shown = note;
  document.title = note.title;
  step("back", note.canGoBack);
  step("forward", note.canGoForward);
  keepEdited(edits());
}

/** What was changed in the note that is shown. */
function edits(): Edits {
  const before = vscode.getState();
  return (before && shown && !shown.isPreview && idOf(before) === shown.id && before.edits) || {};
}

function keepEdited(changed: Edits): void {
  if (shown && !shown.isPreview) vscode.setState({ ...shown.state, edits: changed });
}

function leavePreview(): void {
  if (shown?.isPreview && document.hasFocus()) tell({ type: "open", id: shown.id });
  else tell({ type: "previewLeft" });
}

function idOf({ ids, index }: PageState): string | undefined {
  return ids[index];
}

function step(id: string, isOpen: boolean): void {
  const link = document.getElementById(id);
  if (!link) return;
  const { href = "" } = link.dataset;
  if (isOpen) link.setAttribute("href", href);
  else link.removeAttribute("href");
  link.setAttribute("aria-disabled", String(!isOpen));
}
