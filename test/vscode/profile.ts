/** A VS Code profile that lives as long as one run: its own settings, its own extensions, its own copy of a folder. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at } from "../processes.ts";

export type Settings = Readonly<Record<string, unknown>>;

/** What would talk to the network, take the focus or cover the editor is off. */
export const QUIET: Settings = {
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  // What a test typed is there for itself only.
  "files.autoSave": "off",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.commandCenter.enabled": false,
  "chat.disableAIFeatures": true,
  "git.enabled": false,
  "git.openRepositoryInParentFolders": "never",
};

/** An extension that stands beside ours and reports what a test tells it to. */
export const OTHER_LINTER = at("test", "extension", "other-linter");
/** An extension whose page has one word on it. */
export const EMPTY_PAGE = at("test", "extension", "empty-page");

export interface Profile {
  readonly server: string;
  readonly data: string;
  readonly extensions: string;
  /** Puts an extension's folder among the extensions; to be called before VS Code first looks there. */
  add(extension: string): void;
  /** Copies a folder into the profile and gives back where it is now, so that a run may write to it. */
  borrow(folder: string): string;
  remove(): void;
}

export function createProfile(settings: Settings = {}): Profile {
  // A short name: VS Code opens sockets below it, and their paths may have no more than a hundred characters.
  const dir = mkdtempSync(join(tmpdir(), "pgl-"));
  const data = join(dir, "data");
  for (const scope of ["User", "Machine"]) {
    mkdirSync(join(data, scope), { recursive: true });
    writeFileSync(join(data, scope, "settings.json"), JSON.stringify({ ...QUIET, ...settings }, null, 2));
  }
  const extensions = join(dir, "extensions");
  mkdirSync(extensions);
  const remove = (): void => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.once("exit", remove);
  return {
    server: join(dir, "server"),
    data,
    extensions,
    add(extension) {
      const { publisher, name, version } = JSON.parse(readFileSync(join(extension, "package.json"), "utf8"));
      cpSync(extension, join(extensions, `${publisher}.${name}-${version}`), { recursive: true });
    },
    borrow(folder) {
      const copy = join(dir, "workspace");
      cpSync(folder, copy, { recursive: true });
      return copy;
    },
    remove,
  };
}
