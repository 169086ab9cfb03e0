/** The server as a process: `node server.js --stdio`, or `--node-ipc` from a parent that speaks it. */
import { setFlagsFromString } from "node:v8";
import { createConnection } from "vscode-languageserver/node";
import { logRuleError, startServer } from "../lsp/server.ts";
import { readParts, readUserFile } from "./parts.ts";

// What one analysis leaves behind is soon garbage. Left to itself, the space for it grows to several times of what it
// needs, and stays so for as long as the editor is open.
setFlagsFromString("--semi-space-growth-factor=1");

const connection = createConnection();
const makeGloss = async () => {
  // The catalog and the rules are most of the program: they are read when `initialize` has its answer.
  const { createGloss } = await import("../core/gloss.ts");
  return createGloss(await readParts(__dirname, logRuleError(connection)));
};
startServer(connection, makeGloss, readUserFile);
