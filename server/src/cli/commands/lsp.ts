import type { Command } from "commander";
import { endSoon, readUserFile } from "../../hosts/process.ts";
import { makeEngine } from "../engine.ts";

export function addLsp(program: Command): void {
  program
    .command("lsp")
    .description("Be a language server for an editor, over standard input and output.")
    .option("--stdio", "there is no other way, so this may be left out")
    .action(async () => {
      // Loaded here, because no other command has a use for a protocol.
      const { createConnection } = await import("vscode-languageserver/node");
      const { logRuleError, startServer } = await import("../../lsp/server.ts");
      const connection = createConnection(process.stdin, process.stdout);
      startServer(connection, (translations) => makeEngine(logRuleError(connection), translations), {
        readFile: readUserFile,
        giveUp: endSoon,
      });
    });
}
