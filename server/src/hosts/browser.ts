/**
 * The server as a worker. It cannot read files, so the first message brings it what it is made of; when it has
 * answered `{ ready: true }`, every further message is the Language Server Protocol.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { createGloss } from "../core/gloss.ts";
import { RenewedGloss } from "../core/renewal.ts";
import { logRuleError, startServer } from "../lsp/server.ts";

interface FirstMessage {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
  readonly queries: Uint8Array;
  /** The text of `notes.json`. */
  readonly notes: string;
  /** The text of `codes.json`. */
  readonly codes: string;
}

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<FirstMessage>) => {
  self.onmessage = null;
  const { runtime, grammar, queries, notes, codes } = data;
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
  const onRuleError = logRuleError(connection);
  // A worker has no means to stop what never ends, so there will be no second engine.
  const parts = { runtime, grammar, queries, readBodies: async () => notes, readCodes: async () => codes, onRuleError };
  startServer(connection, (translations) => new RenewedGloss(() => createGloss({ ...parts, translations })));
  self.postMessage({ ready: true });
};
