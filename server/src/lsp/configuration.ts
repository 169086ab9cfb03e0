import type { Shelf } from "../core/api.ts";
import type { Choices } from "../core/config/choices.ts";
import { type Config, isProfile, KEYS, merge } from "../core/config/config.ts";
import { Project } from "../core/config/project.ts";
import { readSection } from "../core/config/readSection.ts";
import { say } from "../core/words.ts";
import { type FoundProject, foldersOf } from "./projects.ts";
import type { Reason } from "./protocol.ts";
import type { Settings } from "./settings.ts";
import { isRecord } from "./untrusted.ts";

export interface Sources {
  /** The section `pygloss` as the client sent it, and what was read from it already. */
  readonly section: unknown;
  readonly settings: Settings;
  readonly found: FoundProject | null;
  /** What other tools report in the document. */
  readonly choices: Choices;
  /** On which Python the nearest project runs, be it `found` or not. */
  readonly python: string | undefined;
  /** Addresses of the workspace's folders. */
  readonly folders: readonly string[];
}

/**
 * What holds for a document, from the settings of the editor and those of the project; the editor's win. `baseline` is
 * the address of a file to be read.
 */
export function settingsFor(
  uri: string,
  { section, settings, found, choices, python, folders }: Sources,
  shelf: Shelf,
  complain: (problem: string) => void,
): Settings & { readonly baseline?: string } {
  // `rules` is read already, a profile that is none was told, and what is null was not said.
  const given = Object.entries(isRecord(section) ? section : {}).filter(
    ([key, value]) =>
      key !== "rules" &&
      value !== null &&
      KEYS.some((known) => known === key) &&
      (key !== "profile" || isProfile(value)),
  );
  if (given.length === 0 && !found) return { ...settings, python };
  const { config: editor, mistakes } = readSection(Object.fromEntries(given), shelf);
  for (const { path, message } of mistakes) complain(`The setting pygloss.${path[0]} is wrong: ${say(message)}`);
  const config: Config = merge(found?.file.config ?? {}, { ...editor, rules: settings.rules });
  const project = new Project(config, choices, shelf);
  const folder = found?.folder ?? folderOf(uri, folders);
  const path = pathIn(folder, uri);
  // Encoded, because an address takes `%2e%2e` for the folder above.
  const name = config.baseline?.split("/").map(encodeURIComponent).join("/");
  const baseline = name !== undefined && folder !== "" ? { baseline: new URL(name, folder).href } : {};
  const reasonOf = (rule: string): Reason | null => {
    const key = project.keyFor(rule, path);
    const isEditors = key === "rules" ? Object.hasOwn(settings.rules, rule) : editor["per-file-rules"] !== undefined;
    return key && { key, file: found && !isEditors ? `${found.folder}pyproject.toml` : null };
  };
  return {
    ...settings,
    ...baseline,
    reasonOf,
    python: editor.python ?? python,
    rules: project.excludes(path) ? project.silence : project.levelsOf(path),
  };
}

/** The folder of the workspace that a document is in, else its own. */
function folderOf(uri: string, folders: readonly string[]): string {
  const above = foldersOf(uri);
  return above.find((one) => folders.some((folder) => same(folder, one))) ?? above[0] ?? "";
}

function same(folder: string, withSlash: string): boolean {
  return decode(folder).replace(/\/*$/, "/") === decode(withSlash);
}

/** From a folder to a file below it, with slashes; empty for a file elsewhere. */
export function pathIn(folder: string, uri: string): string {
  const path = decode(uri.replace(/^vscode-notebook-cell:/, "file:").replace(/[?#].*$/, ""));
  const start = decode(folder);
  // A cell's address may have fewer slashes.
  const flat = (text: string) => text.replace(/^file:\/*/, "/");
  return flat(path).startsWith(flat(start)) ? flat(path).slice(flat(start).length) : "";
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
