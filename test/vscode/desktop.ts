/** Desktop VS Code, where there is one: the caller's own build, or a download when its site can be reached. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { startGroup } from "../processes.ts";
import { VSCODE_VERSION } from "./install.ts";
import type { Profile } from "./profile.ts";

const OFFLINE = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ETIMEDOUT",
]);

/** `missing` says why there is none. */
export type Desktop = { readonly executable: string } | { readonly missing: string };

export async function findDesktop(): Promise<Desktop> {
  const { VSCODE_EXECUTABLE: own } = process.env;
  if (own && !existsSync(own)) throw new Error(`VSCODE_EXECUTABLE names a file that does not exist: ${own}`);
  if (!hasDisplay()) return { missing: "there is no display and no xvfb-run" };
  if (own) return { executable: own };
  try {
    return { executable: await downloadAndUnzipVSCode({ version: VSCODE_VERSION, timeout: 15_000 }) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const message = error instanceof Error ? error.message : String(error);
    if (OFFLINE.has(code) || /time(d )?out/i.test(message))
      return { missing: `its site cannot be reached (${code || message})` };
    throw error;
  }
}

export interface DesktopRun {
  readonly executable: string;
  readonly profile: Profile;
  readonly extension: string;
  readonly suite: string;
  readonly folder: string;
}

/** The suite's exit status; its output goes where ours goes. */
export function runInDesktop({ executable, profile, extension, suite, folder }: DesktopRun): Promise<number> {
  const args = [
    folder,
    `--extensionDevelopmentPath=${extension}`,
    `--extensionTestsPath=${suite}`,
    `--user-data-dir=${profile.data}`,
    `--extensions-dir=${profile.extensions}`,
    "--disable-workspace-trust",
    "--disable-updates",
    "--skip-welcome",
    "--skip-release-notes",
    "--no-sandbox",
    "--disable-gpu-sandbox",
  ];
  const command = needsVirtualDisplay()
    ? { file: "xvfb-run", args: ["--auto-servernum", executable, ...args] }
    : { file: executable, args };
  return new Promise((ended, failed) => {
    const child = startGroup({ ...command, cwd: extension });
    child.stdout?.pipe(process.stdout);
    child.stderr?.pipe(process.stderr);
    child.once("error", failed);
    child.once("close", (status) => ended(status ?? 1));
  });
}

function needsVirtualDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === "linux" && !DISPLAY && !WAYLAND_DISPLAY;
}

const hasDisplay = (): boolean => !needsVirtualDisplay() || spawnSync("xvfb-run", ["--help"]).status === 0;
