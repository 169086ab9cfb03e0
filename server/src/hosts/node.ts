/** The server as a process, and its threads. */
import { createConnection } from "vscode-languageserver/node";
import type { Translations } from "../core/words.ts";
import { logRuleError, startServer } from "../lsp/server.ts";
import { isCopy, type Program } from "./copy.ts";
import { NodeEngine } from "./engine.ts";
import { endSoon, readUserFile } from "./process.ts";
import { CheckThreads, translationsOfThread, workOnThread } from "./threads.ts";

/** The catalog and the rules are most of the program: they are read when `initialize` has its answer. */
export const loadEngine: Program["loadEngine"] = () => import("../core/gloss.ts");

/** `onWarm` is called once, when the server is as fast as it will be. */
export function start(onWarm: () => void): void {
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
    onWarm,
  });
}

const translations = isCopy() ? null : translationsOfThread();
// A rule that fails is told by the server itself, when a file with such code is opened.
if (translations) workOnThread(new NodeEngine(loadEngine, () => undefined, translations));
