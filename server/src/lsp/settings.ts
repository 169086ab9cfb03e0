import {
  type Connection,
  DidChangeConfigurationNotification,
  Emitter,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { RuleLevels } from "../core/api.ts";
import { SEVERITIES, type Severity } from "../core/notes/note.ts";
import type { Client } from "./client.ts";
import type { Session } from "./session.ts";
import { isRecord } from "./untrusted.ts";

/** The section `pygloss` of a user's settings, as far as the server has a use for it. */
export interface Settings {
  readonly rules: RuleLevels;
  /** `hover.constructs`: what a hover explains where nothing is wrong. */
  readonly hoverConstructs: Constructs;
}

/** `names`: what a name of the library stands for. `syntax`: what a keyword or a bracket does. */
export type Constructs = "on" | "names" | "syntax" | "off";

/** Listens to the user's mind changing. */
export function serveSettings(session: Session): ServerCapabilities {
  const { client, connection, documents, settings } = session;
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
  private readonly hints: () => Promise<readonly string[]>;
  private readonly changed = new Emitter<void>();
  private readonly asked = new Map<string, Promise<Settings>>();
  private readonly complaints = new Set<string>();
  /** What a client sent unasked; it counts for clients that cannot be asked. */
  private sent: unknown;

  /** `hints` names the rules that only hint; it is asked when somebody wants to hear none of them. */
  constructor(connection: Connection, client: Client, hints: () => Promise<readonly string[]>) {
    this.connection = connection;
    this.client = client;
    this.hints = hints;
    this.sent = sectionOf(client.settings);
  }

  get onDidChange() {
    return this.changed.event;
  }

  of(uri: string): Promise<Settings> {
    let settings = this.asked.get(uri);
    if (!settings) {
      settings = this.read(uri);
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

  private async read(uri: string): Promise<Settings> {
    const section = await this.ask(uri);
    const hints = isProfessional(section) ? await this.hints() : [];
    return readSettings(section, (problem) => this.complain(problem), hints);
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

/**
 * Takes what is right from what a user wrote; what is wrong is left out and named in one sentence to `complain`.
 * `hints` are the rules that a professional does not hear of unless `rules` names them.
 */
export function readSettings(
  section: unknown,
  complain: (problem: string) => void,
  hints: readonly string[] = [],
): Settings {
  const wrong: string[] = [];
  const rules: [string, Severity | "off"][] = hints.map((id) => [id, "off"]);
  const given = isRecord(section) ? section : {};
  for (const [id, level] of entriesOf(given, "rules", wrong)) {
    if (isLevel(level)) rules.push([id, level]);
    else wrong.push(`pygloss.rules.${id}`);
  }
  const { profile } = given;
  if (!(profile === undefined || profile === null || PROFILES.has(profile))) wrong.push("pygloss.profile");
  let hoverConstructs: Constructs = isProfessional(given) ? "names" : "on";
  for (const [key, value] of entriesOf(given, "hover", wrong)) {
    if (key !== "constructs" || value === "profile") continue;
    const constructs = CONSTRUCTS.get(value);
    if (constructs) hoverConstructs = constructs;
    else wrong.push("pygloss.hover.constructs");
  }
  if (wrong.length > 0) complain(`Settings that make no sense are ignored: ${wrong.join(", ")}`);
  return { rules: Object.fromEntries(rules), hoverConstructs };
}

const PROFILES: ReadonlySet<unknown> = new Set(["learner", "professional"]);

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
