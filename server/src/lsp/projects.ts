import {
  type Connection,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { Shelf } from "../core/api.ts";
import { CHOICE_FILES, type Choices, choicesIn } from "../core/config/choices.ts";
import { CONFIG_FILES } from "../core/config/config.ts";
import { type ProjectFile, readProjectFile, readPython } from "../core/config/readToml.ts";
import { type Baseline, readBaseline } from "../core/rules/baseline.ts";
import type { Translations } from "../core/words.ts";
import type { Session } from "./session.ts";

/** Reads a file of the user's; null where there is none, or where the host has no files. */
export type ReadFile = (uri: string) => Promise<string | null>;

/** A `pyproject.toml` that speaks of PyGloss, and the address of its folder, with a slash at its end. */
export interface FoundProject {
  readonly folder: string;
  readonly file: ProjectFile;
}

/** Listens to project files changing. A client that does not tell has them read anew with each document it opens. */
export function serveProjects(session: Session): ServerCapabilities {
  const { client, connection, documents, projects, settings } = session;
  const forget = () => {
    projects.forget();
    settings.change(null);
  };
  connection.onDidChangeWatchedFiles(forget);
  if (!client.watchesFiles) {
    documents.onDidOpen(() => projects.forget());
    return {};
  }
  const watchers = [...CONFIG_FILES, "pygloss-baseline.json"].map((name) => ({ globPattern: `**/${name}` }));
  session.initialized
    .then(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }))
    .catch((error: unknown) => session.log("Registering for changes of files failed", error));
  return {};
}

/** The configurations of projects, by folder, and what is wrong in them. */
export class ProjectStore {
  private readonly connection: Connection;
  private readonly readFile: ReadFile;
  private readonly translations: Translations;
  private readonly known = new Map<string, Promise<FoundProject | null>>();
  private readonly baselines = new Map<string, Promise<Baseline>>();
  private readonly chosen = new Map<string, Promise<Choices>>();
  private readonly pythons = new Map<string, Promise<string | undefined>>();
  private readonly told = new Set<string>();

  /** `translations`: in which language is said what is wrong. */
  constructor(connection: Connection, readFile: ReadFile, translations: Translations) {
    this.connection = connection;
    this.translations = translations;
    this.readFile = readFile;
  }

  /** The nearest one up from a document. */
  async of(uri: string, shelf: Shelf): Promise<FoundProject | null> {
    for (const folder of foldersOf(uri)) {
      let reading = this.known.get(folder);
      if (!reading) {
        reading = this.read(folder, shelf);
        this.known.set(folder, reading);
      }
      const found = await reading;
      if (found) return found;
    }
    return null;
  }

  /** On which Python a document runs, by the nearest `pyproject.toml` that says so. */
  async python(uri: string): Promise<string | undefined> {
    for (const folder of foldersOf(uri)) {
      let reading = this.pythons.get(folder);
      if (!reading) {
        reading = this.readFile(`${folder}${NAME}`)
          .then((text) => (text === null ? undefined : readPython(text)))
          .catch(() => undefined);
        this.pythons.set(folder, reading);
      }
      const versions = await reading;
      if (versions !== undefined) return versions;
    }
    return undefined;
  }

  /** The baseline at an address. Rejects with an `Error` that says what is wrong with it, or that there is none. */
  baseline(uri: string): Promise<Baseline> {
    let reading = this.baselines.get(uri);
    if (!reading) {
      reading = this.readFile(uri).then((text) => {
        if (text === null) throw new Error("there is no such baseline; pygloss check --write-baseline writes it");
        return readBaseline(text);
      });
      this.baselines.set(uri, reading);
    }
    return reading;
  }

  /** What other tools report in a document, by their nearest files up from it. */
  async choices(uri: string): Promise<Choices> {
    const folders = foldersOf(uri).map((folder) => {
      let reading = this.chosen.get(folder);
      if (!reading) {
        reading = this.readChoices(folder);
        this.chosen.set(folder, reading);
      }
      return reading;
    });
    return Object.assign({}, ...(await Promise.all(folders)).reverse());
  }

  forget(): void {
    this.chosen.clear();
    this.pythons.clear();
    this.baselines.clear();
    this.known.clear();
    for (const uri of this.told) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.told.clear();
  }

  private async readChoices(folder: string): Promise<Choices> {
    const read = async (name: string) =>
      [name, (await this.readFile(`${folder}${name}`).catch(() => null)) ?? ""] as const;
    return choicesIn(new Map(await Promise.all(CHOICE_FILES.map(read))));
  }

  private async read(folder: string, shelf: Shelf): Promise<FoundProject | null> {
    const uri = `${folder}${NAME}`;
    const text = await this.readFile(uri).catch(() => null);
    const file = text === null ? null : readProjectFile(text, shelf, this.translations);
    if (!file) return null;
    if (file.problems.length > 0) this.told.add(uri);
    const severity = DiagnosticSeverity.Warning;
    const diagnostics = file.problems.map((problem) => ({ ...problem, severity, source: "pygloss" }));
    if (diagnostics.length > 0) void this.connection.sendDiagnostics({ uri, diagnostics });
    return { folder, file };
  }
}

const NAME = "pyproject.toml";

/** From the nearest one up to the root; a cell stands in the folder of its notebook. What is no file has none. */
export function foldersOf(uri: string): string[] {
  const folders: string[] = [];
  try {
    const url = new URL(uri.replace(/^vscode-notebook-cell:/, "file:"));
    if (url.protocol !== "file:") return [];
    for (let folder = new URL(".", url).href; folders.at(-1) !== folder; folder = new URL("..", folder).href) {
      folders.push(folder);
    }
  } catch {
    // It is no address.
  }
  return folders;
}
