/** The server as a process: `node server.js --stdio`, or `--node-ipc` from a parent that speaks it; and its threads. */
import { setFlagsFromString } from "node:v8";
import { createConnection } from "vscode-languageserver/node";
import type { Gloss, GlossParts } from "../core/api.ts";
import { logRuleError, startServer } from "../lsp/server.ts";
import { endSoon, readParts, readUserFile } from "./parts.ts";
import { CheckThreads, isThread, workOnThread } from "./threads.ts";

// What one analysis leaves behind is soon garbage. Left to itself, the space for it grows to several times of what it
// needs, and stays so for as long as the editor is open.
setFlagsFromString("--semi-space-growth-factor=1");

async function makeGloss(onRuleError: GlossParts["onRuleError"]): Promise<Gloss> {
  // The catalog and the rules are most of the program: they are read when `initialize` has its answer.
  const { createGloss } = await import("../core/gloss.ts");
  return createGloss(await readParts(__dirname, onRuleError));
}

if (isThread()) {
  // A rule that fails is told by the server itself, when a file with such code is opened.
  workOnThread(makeGloss(() => undefined));
} else {
  const connection = createConnection();
  const threads = new CheckThreads(__filename);
  startServer(connection, () => makeGloss(logRuleError(connection)), {
    readFile: readUserFile,
    giveUp: endSoon,
    checkText: (text) => threads.check(text),
  });
}
