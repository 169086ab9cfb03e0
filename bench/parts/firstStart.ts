import type { Input, Inputs } from "../inputs.ts";
import type { LanguageServer } from "../peers.ts";
import { ServerRun } from "../server.ts";
import { pause } from "./editing.ts";

/**
 * Milliseconds to the first diagnostics of the first start of all: there PyGloss is compiled, and what was compiled is
 * kept for every other start.
 */
export async function firstStart(server: LanguageServer, { folder }: Inputs, { path, text }: Input): Promise<number> {
  const run = new ServerRun(server, folder, path, text);
  try {
    await run.initialize(folder);
    const first = await run.open();
    await pause(2000);
    return first;
  } finally {
    await run.stop();
  }
}
