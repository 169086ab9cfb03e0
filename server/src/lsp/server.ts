import type { Connection } from "vscode-languageserver";
import type { GlossParts } from "../core/api.ts";
import type { Translations } from "../core/words.ts";
import { type CheckText, serveCheck } from "./check.ts";
import { serveCodeActions } from "./codeActions.ts";
import { serveCompletion } from "./completion.ts";
import { serveDiagnostics } from "./diagnostics.ts";
import { serveDocuments } from "./documents.ts";
import { serveHover } from "./hover.ts";
import { serveMet } from "./met.ts";
import { serveNotes } from "./notes.ts";
import { serveOtherTools } from "./otherTools.ts";
import { type ReadFile, serveProjects } from "./projects.ts";
import { describeError, openSession, type StartEngine } from "./session.ts";
import { serveSettings } from "./settings.ts";

/** What a host can do besides; a browser can do neither. */
export interface Host {
  /** Reads a project's files. */
  readonly readFile?: ReadFile;
  /** Starts what checks the texts of a whole workspace elsewhere, in the language of the reader. */
  readonly checkTexts?: (translations: Translations) => CheckText;
  /** Called when nothing can be analysed any more, as after the parser ran out of memory. Who can be started again ends. */
  readonly giveUp?: () => void;
  /** Called once, when the engine has answered and run everything often enough to be fast. */
  readonly onWarm?: () => void;
}

/**
 * Speaks the Language Server Protocol over a connection until it ends. The engine is asked for after `initialize` is
 * answered, so that a client never waits for it to load; if that fails, every answer is an empty one.
 */
export function startServer(
  connection: Connection,
  startEngine: StartEngine,
  { readFile = () => Promise.resolve(null), checkTexts, giveUp = () => undefined, onWarm = () => undefined }: Host = {},
): void {
  connection.onInitialize((params) => {
    const session = openSession(connection, params, startEngine, { readFile, giveUp, onWarm });
    return {
      serverInfo: { name: "pygloss" },
      capabilities: {
        positionEncoding: "utf-16",
        ...serveDocuments(session),
        ...serveSettings(session),
        ...serveProjects(session),
        ...serveHover(session),
        ...serveDiagnostics(session),
        ...serveCodeActions(session),
        ...serveCompletion(session),
        ...serveNotes(session),
        ...serveOtherTools(session),
        ...serveMet(session),
        ...serveCheck(session, checkTexts?.(session.client.l10n.translations)),
      },
    };
  });
  connection.listen();
}

/** For `GlossParts.onRuleError`: tells the client that a rule has failed and is off for this session. */
export function logRuleError(connection: Connection): GlossParts["onRuleError"] {
  return (rule, error) => connection.console.error(`The rule ${rule} failed and is off now: ${describeError(error)}`);
}
