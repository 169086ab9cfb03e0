import {
  type CancellationToken,
  type Connection,
  type InitializeParams,
  LSPErrorCodes,
  type MarkupContent,
  MarkupKind,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
} from "vscode-languageserver";
import type { Gloss, RuleLevels } from "../core/api.ts";
import { Damaged } from "../core/notes/damaged.ts";
import type { RenewedGloss } from "../core/renewal.ts";
import type { Stopped } from "../core/stopped.ts";
import type { Translations } from "../core/words.ts";
import { type Client, readClient } from "./client.ts";
import { Document } from "./document.ts";
import { ProjectStore } from "./projects.ts";
import type { Host } from "./server.ts";
import { type Settings, SettingsStore } from "./settings.ts";
import { turn } from "./turn.ts";

/** What one client and one server share from `initialize` to `exit`; every feature gets it. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: TextDocuments<Document>;
  readonly projects: ProjectStore;
  readonly settings: SettingsStore;
  /** Settles when the client says `initialized`: from then on it may be asked for things. */
  readonly initialized: Promise<void>;
  /** The engine, loaded at the first call; undefined if it could not be loaded, which is then in the log. */
  gloss(): Promise<Gloss | undefined>;
  /** Does something with the engine, as often as a rule that never ends has to be switched off for it. */
  use<T>(use: (gloss: Gloss) => T | Promise<T>): Promise<T>;
  /** Makes the engine fast in idle moments, once; after the first answer, which it would only delay. */
  warmUp(gloss: Gloss, levels: RuleLevels): void;
  log(what: string, error: unknown): void;
}

/** What the engine says for itself is in the language of the translations. */
export type StartEngine = (translations: Translations) => RenewedGloss;

export function openSession(
  connection: Connection,
  params: InitializeParams,
  startEngine: StartEngine,
  { readFile, giveUp, onWarm }: Required<Pick<Host, "readFile" | "giveUp" | "onWarm">>,
): Session {
  const client = readClient(params);
  const engine = startEngine(client.l10n.translations);
  const log = (what: string, error: unknown) => {
    try {
      connection.console.error(`${what}: ${describeError(error)}`);
      if (error instanceof Damaged) show(error.message);
    } catch {
      // The connection is gone, and whoever would have read it.
    }
    // The parser ran out of memory, or out of its mind: whoever runs the server can have a new one.
    if (error instanceof WebAssembly.RuntimeError) giveUp();
  };
  const shown = new Set<string>();
  const show = (message: string) => {
    if (shown.has(message)) return;
    shown.add(message);
    connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  };
  let isWarmedUp = false;
  const documents: TextDocuments<Document> = new TextDocuments({
    create: (uri, languageId, version, text) => {
      // A client that opens a document twice must not cost us the first one's tree.
      documents.get(uri)?.close();
      return new Document(uri, languageId, version, text);
    },
    update: (document, changes, version) => document.change(changes, version),
  });
  const projects = new ProjectStore(connection, readFile, client.l10n.translations);
  let gloss: Promise<Gloss | undefined> | undefined;
  const load = () => {
    gloss ??= engine.gloss().catch((error: unknown) => {
      log("PyGloss could not load its engine", error);
      connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Error,
        message: client.l10n.t("PyGloss could not start: {0}", error instanceof Error ? error.message : String(error)),
      });
      return undefined;
    });
    return gloss;
  };
  const giveUpOn = (stopped: Stopped) => {
    gloss = undefined;
    for (const document of documents.all()) document.forget(stopped);
  };
  return {
    connection,
    client,
    documents,
    projects,
    settings: new SettingsStore(connection, client, projects, load),
    initialized: new Promise((resolve) => connection.onInitialized(() => resolve())),
    gloss: load,
    use: (use) => engine.use(use, giveUpOn),
    warmUp(loaded, levels) {
      if (isWarmedUp) return;
      isWarmedUp = true;
      warmUp(loaded, levels)
        .then(onWarm)
        .catch((error: unknown) => log("Warming up failed", error));
    },
    log,
  };
}

/**
 * Makes a request handler that cannot take the server down: it waits for the engine, answers `fallback` when the
 * engine is missing or `answer` throws, and says "cancelled" to a client that no longer wants to know.
 */
export function isolate<P, R>(
  session: Session,
  method: string,
  fallback: R,
  answer: (params: P, gloss: Gloss, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    const gloss = await session.gloss();
    refuseIfCancelled(token);
    let result = fallback;
    try {
      if (gloss) result = await session.use((engine) => answer(params, engine, token));
    } catch (error) {
      session.log(`${method} failed`, error);
    }
    refuseIfCancelled(token);
    return result;
  };
}

/** Markdown, as the client reads it. */
export function markup({ client }: Session, value: string): MarkupContent {
  return { kind: client.readsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}

/** A document in which there is something to read, with the settings that hold for it; null for any other. */
export async function readDocument(
  { documents, settings }: Session,
  uri: string,
): Promise<{ readonly document: Document; readonly settings: Settings } | null> {
  if (!documents.get(uri)?.isReadable) return null;
  const found = await settings.of(uri);
  // While the client looked its settings up, it may have been closed or opened anew.
  const document = documents.get(uri);
  return document?.isReadable ? { document, settings: found } : null;
}

/** In milliseconds: until the first answer is written, which takes the connection some turns. */
const PAUSE = 20;

async function warmUp(gloss: Gloss, levels: RuleLevels): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  for (const _ of gloss.warmUp(levels)) await turn();
}

function refuseIfCancelled(token: CancellationToken): void {
  if (!token.isCancellationRequested) return;
  throw new ResponseError(LSPErrorCodes.RequestCancelled, "The client cancelled this request.");
}

/** An error for the log, with the way it came. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
