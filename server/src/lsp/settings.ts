import {
  type Connection,
  DidChangeConfigurationNotification,
  Emitter,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { Gloss, RuleLevels } from "../core/api.ts";
import { isProfile, type Profile } from "../core/config/config.ts";
import { SEVERITIES, type Severity } from "../core/notes/note.ts";
import type { KnownFinding } from "../core/rules/baseline.ts";
import type { Client } from "./client.ts";
import { pathIn, settingsFor } from "./configuration.ts";
import type { ProjectStore } from "./projects.ts";
import { type Reason, WHY, type WhyParams } from "./protocol.ts";
import { isolate, type Session } from "./session.ts";
import { isRecord } from "./untrusted.ts";

/** What holds for one document, from the section `pygloss` of a user's settings and from the project. */
export interface Settings {
  readonly rules: RuleLevels;
  /** `hover.constructs`: what a hover explains where nothing is wrong. */
  readonly hoverConstructs: Constructs;
  /** The versions that the project runs on, where it says so. */
  readonly python?: string | undefined;
  /** What a baseline knows of the document. */
  readonly known?: readonly KnownFinding[];
  /** Whether what other tools report is explained, instead of reported once more where it is the same. */
  readonly explainOthers: boolean;
  /** What decides how loud a rule is, where a project or more than `rules` has a say. */
  readonly reasonOf?: (rule: string) => Reason | null;
}

/** `names`: what a name of the library stands for. `syntax`: what a keyword or a bracket does. */
export type Constructs = "on" | "names" | "syntax" | "off";

/** Listens to the user's mind changing. */
export function serveSettings(session: Session): ServerCapabilities {
  const { client, connection, documents, settings } = session;
  const why = async ({ textDocument, rule }: WhyParams) => {
    const { rules, reasonOf } = await settings.of(textDocument.uri);
    if (reasonOf) return reasonOf(rule);
    return Object.hasOwn(rules, rule) ? ({ key: "rules", file: null } as const) : null;
  };
  connection.onRequest(WHY, isolate<WhyParams, Reason | null>(session, WHY, null, why));
  connection.onDidChangeConfiguration((params) => settings.change(params.settings));
  documents.onDidClose(({ document }) => settings.forget(document.uri));
  if (client.registersConfiguration) {
    session.initialized
      .then(() => connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }))
      .catch((error: unknown) => session.log("Registering for changes of settings failed", error));
  }
  return {};
}

/** Settings by document, since folders of one workspace may differ. Asked once, kept until they change. */
export class SettingsStore {
  private readonly connection: Connection;
  private readonly client: Client;
  private readonly projects: ProjectStore;
  private readonly gloss: () => Promise<Gloss | undefined>;
  private readonly changed = new Emitter<void>();
  private readonly asked = new Map<string, Promise<Settings>>();
  private readonly complaints = new Set<string>();
  /** What a client sent unasked; it counts for clients that cannot be asked. */
  private sent: unknown;

  constructor(connection: Connection, client: Client, projects: ProjectStore, gloss: () => Promise<Gloss | undefined>) {
    this.connection = connection;
    this.client = client;
    this.projects = projects;
    this.gloss = gloss;
    this.sent = sectionOf(client.settings);
  }

  get onDidChange() {
    return this.changed.event;
  }

  of(uri: string): Promise<Settings> {
    let settings = this.asked.get(uri);
    if (!settings) {
      settings = this.resolve(uri);
      this.asked.set(uri, settings);
    }
    return settings;
  }

  change(settings: unknown): void {
    // Clients that are asked send null.
    if (isRecord(settings)) this.sent = sectionOf(settings);
    this.asked.clear();
    this.complaints.clear();
    this.changed.fire();
  }

  forget(uri: string): void {
    this.asked.delete(uri);
  }

  private async resolve(uri: string): Promise<Settings> {
    const complain = (problem: string) => this.complain(problem);
    const asked = this.ask(uri);
    const shelf = (await this.gloss())?.shelf;
    const found = shelf ? await this.projects.of(uri, shelf) : null;
    const section = withProfile(await asked, found?.file.config.profile);
    const settings = readSettings(section, complain);
    if (!shelf) return settings;
    const defers =
      isRecord(section) && Array.isArray(section["deferTo"]) ? section["deferTo"] : found?.file.config.deferTo;
    const choices = defers?.length ? await this.projects.choices(uri) : {};
    const python = await this.projects.python(uri);
    const sources = { section, settings, found, choices, python, folders: this.client.folders };
    const { baseline, ...all } = settingsFor(uri, sources, shelf, complain);
    if (baseline === undefined) return all;
    const entries = await this.projects.baseline(baseline).catch((error: unknown) => {
      complain(`${baseline}: ${error instanceof Error ? error.message : error}`);
      return null;
    });
    return { ...all, known: entries?.get(pathIn(new URL(".", baseline).href, uri)) ?? [] };
  }

  private async ask(uri: string): Promise<unknown> {
    if (!this.client.answersConfiguration) return this.sent;
    try {
      const question = this.connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
      return (await Promise.race([question, silence()])) ?? this.sent;
    } catch (error) {
      this.complain(`The client did not tell its settings: ${error instanceof Error ? error.message : error}`);
      return this.sent;
    }
  }

  /** Says a problem once, however many documents have it. */
  private complain(problem: string): void {
    if (this.complaints.has(problem)) return;
    this.complaints.add(problem);
    this.connection.console.warn(problem);
  }
}

/** Takes what is right from what a user wrote; what is wrong is left out and named in one sentence to `complain`. */
export function readSettings(section: unknown, complain: (problem: string) => void): Settings {
  const wrong: string[] = [];
  const rules: [string, Severity | "off"][] = [];
  const given = isRecord(section) ? section : {};
  for (const [id, level] of entriesOf(given, "rules", wrong)) {
    if (isLevel(level)) rules.push([id, level]);
    else wrong.push(`pygloss.rules.${id}`);
  }
  const { profile } = given;
  if (!(profile === undefined || profile === null || isProfile(profile))) wrong.push("pygloss.profile");
  let hoverConstructs: Constructs = isProfessional(given) ? "names" : "on";
  for (const [key, value] of entriesOf(given, "hover", wrong)) {
    if (key !== "constructs" || value === "profile") continue;
    const constructs = CONSTRUCTS.get(value);
    if (constructs) hoverConstructs = constructs;
    else wrong.push("pygloss.hover.constructs");
  }
  const explainOthers = given["explainOthers"] ?? true;
  if (typeof explainOthers !== "boolean") wrong.push("pygloss.explainOthers");
  if (wrong.length > 0) complain(`Settings that make no sense are ignored: ${wrong.join(", ")}`);
  return { rules: Object.fromEntries(rules), hoverConstructs, explainOthers: explainOthers !== false };
}

/** Where the editor's settings do not say, the project does. */
function withProfile(section: unknown, profile: Profile | undefined): unknown {
  if (profile === undefined || (isRecord(section) && isProfile(section["profile"]))) return section;
  return { ...(isRecord(section) ? section : {}), profile };
}

function isProfessional(section: unknown): boolean {
  return isRecord(section) && section["profile"] === "professional";
}

const CONSTRUCTS: ReadonlyMap<unknown, Constructs> = new Map<unknown, Constructs>([
  ["on", "on"],
  ["names", "names"],
  ["syntax", "syntax"],
  ["off", "off"],
  [true, "on"],
  [false, "off"],
]);

const SECTION = "pygloss";

/** How long, in milliseconds, diagnostics wait for a client that promised settings and does not send them. */
const PATIENCE = 2000;

function silence(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}

/** Some clients send `{ pygloss: {...} }`, some only what is in it. */
function sectionOf(settings: unknown): unknown {
  return isRecord(settings) && SECTION in settings ? settings[SECTION] : settings;
}

function entriesOf(section: Record<string, unknown>, key: string, wrong: string[]): [string, unknown][] {
  const value = section[key];
  if (isRecord(value)) return Object.entries(value);
  if (value !== undefined && value !== null) wrong.push(`pygloss.${key}`);
  return [];
}

function isLevel(value: unknown): value is Severity | "off" {
  return value === "off" || SEVERITIES.some((severity) => severity === value);
}
