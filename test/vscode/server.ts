/** VS Code's own web server: one per run, on the loopback only, because it asks for no token. */
import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { endGroup, startGroup } from "../processes.ts";
import { installServer } from "./install.ts";
import type { Profile } from "./profile.ts";

const HOST = "127.0.0.1";
/** An empty gallery: nothing is looked up on the network. */
const OFFLINE = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

export interface ServerOptions {
  /** On for a suite in the extension host; off for the interface, whose notifications it would swallow. */
  readonly testDriver: boolean;
}

export interface Server {
  /** The address of the workbench with a folder open, and with what VS Code would else be told by its command line. */
  page(folder: string, options?: PageOptions): string;
  /** Everything the server has said so far. */
  log(): string;
  /** Settles when the server ends by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface PageOptions {
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
}

export async function startServer(profile: Profile, { testDriver }: ServerOptions): Promise<Server> {
  const port = await freePort();
  const authority = `${HOST}:${port}`;
  const args = ["--host", HOST, "--port", String(port), "--without-connection-token", "--disable-telemetry"];
  args.push("--disable-workspace-trust", ...(testDriver ? ["--enable-smoke-test-driver"] : []));
  const child = startGroup({ ...serverMain(profile, args), env: OFFLINE });

  let log = "";
  const keep = (chunk: unknown): void => {
    log += chunk;
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  child.once("error", keep);

  const deadline = performance.now() + 30_000;
  while (!(await answers(`http://${authority}/version`))) {
    if (child.exitCode !== null) throw new Error(`VS Code's server ended with status ${child.exitCode}\n${log}`);
    if (performance.now() > deadline) throw new Error(`VS Code's server did not start\n${log}`);
    await new Promise((later) => setTimeout(later, 100));
  }
  return {
    page: (folder, options = {}) => pageAddress(authority, folder, options),
    log: () => log,
    ended: new Promise((ended) => child.once("exit", () => ended())),
    stop: () => endGroup(child),
  };
}

export function installExtension(profile: Profile, vsix: string): void {
  const { file, args, cwd } = serverMain(profile, ["--install-extension", resolve(vsix), "--force"]);
  const run = spawnSync(file, args, { cwd, env: { ...process.env, ...OFFLINE }, encoding: "utf8" });
  if (/successfully installed/.test(run.stdout)) return;
  throw new Error(`${vsix} was not installed\n${run.stdout}${run.stderr}`, { cause: run.error });
}

function serverMain(profile: Profile, args: readonly string[]) {
  const folders = ["--server-data-dir", profile.server, "--user-data-dir", profile.data];
  folders.push("--extensions-dir", profile.extensions);
  return {
    file: process.execPath,
    args: ["out/server-main.js", "--accept-server-license-terms", ...folders, ...args],
    cwd: installServer(),
  };
}

function pageAddress(authority: string, folder: string, options: PageOptions): string {
  const remote = (path: string): string =>
    `vscode-remote://${authority}${encodeURI(resolve(path).replaceAll("\\", "/"))}`;
  const paths = Object.entries(options).map(([key, path]) => [key, remote(path)]);
  const query = new URLSearchParams({
    folder: remote(folder),
    payload: JSON.stringify([...paths, ["skipWelcome", "true"], ["skipReleaseNotes", "true"]]),
  });
  return `http://${authority}/?${query}`;
}

export async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, HOST, () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? found(address.port) : failed(new Error("no port"))));
    });
  });
}
