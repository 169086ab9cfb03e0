/** The server's process is killed under a running editor. Only where there are processes: not in a browser's host. */
import type { execFileSync } from "node:child_process";
import * as vscode from "vscode";
import { check, edit, find, findings, hoverText, show, until } from "./editor.ts";

const RULE = "mutable-default-argument";
const TEXT = "def remember(item, seen=[]):\n    seen.append(item)\n    return seen\n";

export function defineKilled(): void {
  if (!("process" in globalThis) || process.platform === "win32") return;

  describe("PyGloss whose server is killed", () => {
    it("reports and explains what is typed afterwards, three times", async () => {
      const document = await show("killed.py", TEXT);
      await findings(document, RULE, 1);
      for (let time = 1; time <= 3; time++) {
        const [before] = servers();
        check(before && servers().length === 1, `These are the servers: ${servers()}`);
        process.kill(before, "SIGKILL");
        await edit(document, new vscode.Position(0, 0), `def again_${time}(item, seen=[]): seen.append(item)\n`);
        await findings(document, RULE, time + 1);
        await until("another server", servers, ([after]) => after !== undefined && after !== before);
        const text = await hoverText(document, find(document, `again_${time}(item, seen=[]`, "[]"));
        check(text.includes(RULE), `The hover says something else: ${text}`);
      }
    });
  });
}

/** The processes that serve this editor. */
function servers(): number[] {
  const { execFileSync: run }: { execFileSync: typeof execFileSync } = builtin("node:child_process");
  return run("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(`--clientProcessId=${process.pid}`) && line.includes("server.js"))
    .map((line) => Number.parseInt(line, 10));
}

/** The bundle is for browsers, too, which have none of these. */
function builtin(name: string) {
  return require(name);
}
