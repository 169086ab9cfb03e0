/** The server as a process: `node server.js --stdio`, or `--node-ipc` from a parent that speaks it. */
import { createConnection } from "vscode-languageserver/node";
import { createGloss } from "../core/gloss.ts";
import { logRuleError, startServer } from "../lsp/server.ts";
import { readParts } from "./parts.ts";

const connection = createConnection();
startServer(connection, async () => createGloss(await readParts(__dirname, logRuleError(connection))));
