import { type InitializeParams, MarkupKind } from "vscode-languageserver";
import type { NoteLink } from "../core/api.ts";
import { L10n } from "./l10n.ts";
import type { ClientOptions } from "./protocol.ts";
import { isRecord, type Untrusted } from "./untrusted.ts";

/** What the client told about itself in `initialize`, as the questions that the server has. */
export interface Client {
  readonly readsMarkdown: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsRelatedSpans: boolean;
  readonly readsCodeActionLiterals: boolean;
  readonly appliesVersionedEdits: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  /** Whether it tells when files change. */
  readonly watchesFiles: boolean;
  /** Addresses of the workspace's folders. */
  readonly folders: readonly string[];
  /** Commands of the client that code actions may call. */
  readonly commands: ReadonlySet<string>;
  /** Whether a finding is not shown where another tool's diagnostic says the same. */
  readonly withholds: boolean;
  /** Settings sent with `initialize`; not checked yet. */
  readonly settings: unknown;
  readonly l10n: L10n;
  /** A note's address that the client can open, or null. */
  readonly noteLink: NoteLink;
}

export function readClient(params: InitializeParams): Client {
  const { textDocument, workspace } = params.capabilities;
  const given: unknown = params.initializationOptions;
  const options: Untrusted<ClientOptions> = isRecord(given) ? given : {};
  const formats = textDocument?.hover?.contentFormat;
  return {
    readsMarkdown: formats === undefined || formats.includes(MarkupKind.Markdown),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelatedSpans:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    readsCodeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    appliesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: (params.workspaceFolders ?? []).map(({ uri }) => uri).concat(params.rootUri ?? []),
    commands: readCommands(options.commands),
    withholds: options.withholds === true,
    settings: options.settings,
    l10n: new L10n(options.translations),
    noteLink: readNoteLink(options.noteUri),
  };
}

function readCommands(given: unknown): ReadonlySet<string> {
  const names = Array.isArray(given) ? given : [];
  return new Set(names.filter((name: unknown) => typeof name === "string"));
}

function readNoteLink(template: unknown): NoteLink {
  if (typeof template !== "string" || !template.includes("{id}")) return () => null;
  return (id) => template.replaceAll("{id}", () => encodeURIComponent(id));
}
