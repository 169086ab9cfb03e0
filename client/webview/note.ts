/** What the page of a note can do: search, copy, lead to the code. Links work without it. */
import type { FromPage, PageState, ToPage } from "../src/viewer/messages.ts";
import type { PageWords } from "../src/viewer/render.ts";
import { wireCopy } from "./copy.ts";
import { drawDiagrams } from "./draw.ts";
import { showPlaces } from "./places.ts";
import { wireSearch } from "./search.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: PageState): void };

const vscode = acquireVsCodeApi();
const { state = "{}", words: given = "{}", diagrams = "", nonce = "" } = document.body.dataset;
const words = JSON.parse(given) as PageWords;
vscode.setState(JSON.parse(state) as PageState);

const tell = (message: FromPage) => vscode.postMessage(message);
const showHits = wireSearch(tell, words);
wireCopy(tell, words);
window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "hits") showHits(data.query, data.hits);
  else showPlaces(data.title, data.places, words, tell);
});
tell({ type: "ready" });
drawDiagrams(diagrams, nonce, words);
