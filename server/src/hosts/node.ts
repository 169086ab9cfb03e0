/** The server as a process: `node server.js --stdio`, or `--node-ipc` from a parent that speaks it; and its threads. */
import { setFlagsFromString } from "node:v8";
import { createConnection } from "vscode-languageserver/node";
import type { Translations } from "../core/words.ts";
import { logRuleError, startServer } from "../lsp/server.ts";
import { isCopy, type Program } from "./copy.ts";
import { NodeEngine } from "./engine.ts";
import { endSoon, readUserFile } from "./process.ts";
import { CheckThreads, translationsOfThread, workOnThread } from "./threads.ts";

// What one analysis leaves behind is soon garbage. Left to itself, the space for it grows to several times of what it
// needs, and stays so for as long as the editor is open.
setFlagsFromString("--semi-space-growth-factor=1");

/** The catalog and the rules are most of the program: they are read when `initialize` has its answer. */
export const loadEngine: Program["loadEngine"] = () => import("../core/gloss.ts");

function start(): void {
  const connection = createConnection();
  const startEngine = (translations: Translations) =>
    new NodeEngine(loadEngine, logRuleError(connection), translations);
  startServer(connection, startEngine, {
    readFile: readUserFile,
    giveUp: endSoon,
    checkTexts: (translations) => {
      const threads = new CheckThreads(__filename, translations);
      return (text) => threads.check(text);
    },
  });
}

if (!isCopy()) {
  const translations = translationsOfThread();
  // A rule that fails is told by the server itself, when a file with such code is opened.
  if (translations) workOnThread(new NodeEngine(loadEngine, () => undefined, translations));
  else start();
}
