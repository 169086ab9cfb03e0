/** The server as a process: `node server.js --stdio`, or `--node-ipc` from a parent that speaks it. */
import { createConnection } from "vscode-languageserver/node";
import { logRuleError, startServer } from "../lsp/server.ts";
import { readParts, readUserFile } from "./parts.ts";

const connection = createConnection();
const makeGloss = async () => {
  // The catalog and the rules are most of the program: they are read when `initialize` has its answer.
  const { createGloss } = await import("../core/gloss.ts");
  return createGloss(await readParts(__dirname, logRuleError(connection)));
};
startServer(connection, makeGloss, readUserFile);
