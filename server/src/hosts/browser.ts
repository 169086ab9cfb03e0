/**
 * The server as a worker. It cannot read files, so the first message brings it what it is made of; when it has
 * answered `{ ready: true }`, every further message is the Language Server Protocol.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { createGloss } from "../core/gloss.ts";
import { logRuleError, startServer } from "../lsp/server.ts";

interface FirstMessage {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
  /** The text of `notes.json`. */
  readonly notes: string;
  /** The text of `codes.json`. */
  readonly codes: string;
}

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<FirstMessage>) => {
  self.onmessage = null;
  const { runtime, grammar, notes, codes } = data;
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
  const onRuleError = logRuleError(connection);
  startServer(connection, () =>
    createGloss({ runtime, grammar, readBodies: async () => notes, readCodes: async () => codes, onRuleError }),
  );
  self.postMessage({ ready: true });
};
