/** What the page of a note can do: show one note after the other, search, copy and run examples, lead to the code. */
import type { FromPage, NotePage, PageState, ToPage } from "../src/viewer/messages.ts";
import type { PageWords } from "../src/viewer/render.ts";
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
const main = document.querySelector("main");

const tell = (message: FromPage) => vscode.postMessage(message);
const search = wireSearch(tell, words);
const drawDiagrams = wireDiagrams(diagrams, nonce, words);
const python = new Python(() => tell({ type: "python" }));
window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "note") showNote(data.note);
  else if (data.type === "hits") search.show(data.query, data.hits);
  else if (data.type === "python") python.receive(data);
  else showPlaces(data.title, data.places, words, tell);
});
tell({ type: "ready" });

function showNote({ title, html, canGoBack, canGoForward, state }: NotePage): void {
  if (!main) return;
  const before = vscode.getState();
  const edits = (before && idOf(before) === idOf(state) && before.edits) || {};
  vscode.setState({ ...state, edits });
  document.title = title;
  search.clear();
  step("back", canGoBack);
  step("forward", canGoForward);
  // Text of notes was escaped where it was rendered, and the page's policy lets no script in it run.
  main.innerHTML = html;
  window.scrollTo(0, 0);
  // Whoever reads with the keyboard or by ear goes on at the beginning.
  if (document.hasFocus()) main.querySelector("h1")?.focus();
  wireCopy(main, tell, words);
  const kept = keepEdits(edits, (changed) => vscode.setState({ ...state, edits: changed }));
  wireRun(main, python, kept, words);
  drawDiagrams();
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
