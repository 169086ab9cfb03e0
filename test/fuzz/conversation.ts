import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Edit, Gloss, PythonFile } from "../../server/src/core/api.ts";
import { RenewedGloss } from "../../server/src/core/renewal.ts";
import { startServer } from "../../server/src/lsp/server.ts";
import type { Message } from "./session.ts";

/** In milliseconds: how long an answer may take on a busy machine. */
const PATIENCE = 10_000;

interface Answer {
  readonly id: number | string;
  readonly result?: { readonly items?: readonly { readonly code: string; readonly range: unknown }[] };
  readonly error?: { readonly code: number };
}

/**
 * Says messages to a server and throws when something does not hold: each request is answered once, nothing is thrown
 * past the server, the open documents are what the messages made of them, and their memory is given back in the end.
 */
export async function converse(gloss: Gloss, messages: readonly Message[]): Promise<void> {
  const alive = new Alive(gloss);
  const escaped: unknown[] = [];
  const catchIt = (error: unknown) => void escaped.push(error);
  process.on("uncaughtException", catchIt).on("unhandledRejection", catchIt);
  const wire = new Wire(alive.gloss);
  try {
    await wire.ask("initialize", {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    wire.say({ jsonrpc: "2.0", method: "initialized", params: {} });
    const documents = new Model();
    for (const message of messages) {
      wire.say(message);
      documents.hear(message);
    }
    const ids = messages.flatMap(({ id }) => id ?? []);
    await Promise.all(ids.map((id) => wire.answered(id)));
    if (!messages.some(({ method }) => method === "shutdown")) {
      for (const [uri, text] of documents.known()) {
        const { result } = await wire.ask("textDocument/diagnostic", { textDocument: { uri } });
        const found = result?.items?.map(({ code, range }) => ({ code, range }));
        assert.deepEqual(
          found,
          diagnose(gloss, uri, text, documents.levels),
          `${uri} is not what was typed: ${JSON.stringify(text)}`,
        );
      }
    }
    for (const uri of documents.opened)
      wire.say({ jsonrpc: "2.0", method: "textDocument/didClose", params: { textDocument: { uri } } });
    await wire.ask("textDocument/hover", {
      textDocument: { uri: "file:///none.py" },
      position: { line: 0, character: 0 },
    });
    assert.deepEqual(wire.surplus, [], "each request is answered once");
    assert.equal(alive.count, 0, "closed documents give their memory back");
    assert.deepEqual(escaped, [], "nothing is thrown past the server");
  } finally {
    wire.end();
    process.off("uncaughtException", catchIt).off("unhandledRejection", catchIt);
  }
}

function diagnose(gloss: Gloss, uri: string, text: string, levels: Readonly<Record<string, "off">>) {
  const document = TextDocument.create(uri, "python", 1, text);
  const file = gloss.parse(uri, text);
  const range = ({ start, end }: { start: number; end: number }) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  const findings = file.findings(levels).map(({ rule, span }) => ({ code: rule, range: range(span) }));
  file.free();
  return findings;
}

/** A server in this process and the bytes that go to and from it. */
class Wire {
  readonly surplus: (number | string)[] = [];
  private readonly toServer = new PassThrough();
  private readonly toClient = new PassThrough();
  private readonly connection = createConnection(
    new StreamMessageReader(this.toServer),
    new StreamMessageWriter(this.toClient),
  );
  private readonly writer = new StreamMessageWriter(this.toServer);
  private readonly answers = new Map<number | string, Answer>();
  private readonly waiting = new Map<number | string, (answer: Answer) => void>();
  private count = 1_000_000;

  constructor(gloss: Gloss) {
    startServer(this.connection, () => new RenewedGloss(() => Promise.resolve(gloss)));
    new StreamMessageReader(this.toClient).listen((message) => this.hear(message));
  }

  say(message: Message): void {
    void this.writer.write(message);
  }

  ask(method: string, params: unknown): Promise<Answer> {
    const id = ++this.count;
    this.say({ jsonrpc: "2.0", method, params, id });
    return this.answered(id);
  }

  answered(id: number | string): Promise<Answer> {
    const answer = this.answers.get(id);
    if (answer) return Promise.resolve(answer);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new assert.AssertionError({ message: `no answer to request ${id}` })),
        PATIENCE,
      );
      this.waiting.set(id, (given) => {
        clearTimeout(timer);
        resolve(given);
      });
    });
  }

  end(): void {
    this.connection.dispose();
    this.toServer.destroy();
    this.toClient.destroy();
  }

  private hear(message: object): void {
    if ("method" in message) return;
    const answer = message as Answer;
    if (this.answers.has(answer.id)) this.surplus.push(answer.id);
    this.answers.set(answer.id, answer);
    this.waiting.get(answer.id)?.(answer);
  }
}

/** The documents as the messages make them, where they make sense. */
class Model {
  readonly opened = new Set<string>();
  levels: Readonly<Record<string, "off">> = {};
  private readonly documents = new Map<string, TextDocument | null>();

  /** Texts of the open Python documents that no malformed message has touched. */
  *known(): Generator<[uri: string, text: string]> {
    for (const [uri, document] of this.documents) {
      if (document?.languageId.toLowerCase() === "python") yield [uri, document.getText()];
    }
  }

  hear({ method, params }: Message): void {
    // biome-ignore lint/suspicious/noExplicitAny: what is no such message is seen by what it lacks.
    const { textDocument, contentChanges, settings } = (params ?? {}) as any;
    if (method === "workspace/didChangeConfiguration") this.levels = levelsOf(settings) ?? this.levels;
    const uri = textDocument?.uri;
    if (typeof uri !== "string") return;
    if (method === "textDocument/didOpen" && typeof textDocument.text === "string") {
      this.opened.add(uri);
      this.documents.set(
        uri,
        TextDocument.create(uri, textDocument.languageId, textDocument.version, textDocument.text),
      );
    } else if (method === "textDocument/didClose") this.documents.delete(uri);
    else if (method === "textDocument/didChange") this.change(uri, contentChanges, textDocument.version);
  }

  private change(uri: string, changes: unknown, version: unknown): void {
    const document = this.documents.get(uri);
    if (!document) return;
    try {
      if (!Array.isArray(changes) || !changes.every(isChange) || typeof version !== "number") throw new TypeError();
      // A new one each time, because it would lose count of the lines of one that it edited beyond its end.
      let text = document.getText();
      for (const change of changes) {
        const before = TextDocument.create(uri, document.languageId, version, text);
        text = TextDocument.update(before, [change], version).getText();
      }
      this.documents.set(uri, TextDocument.create(uri, document.languageId, version, text));
    } catch {
      this.documents.set(uri, null);
    }
  }
}

function isChange(change: unknown): boolean {
  if (typeof change !== "object" || change === null || !("text" in change) || typeof change.text !== "string")
    return false;
  if (!("range" in change)) return true;
  const { range } = change;
  return typeof range === "object" && range !== null && "end" in range;
}

/** Rules that a session turns off; undefined where its settings are none. */
function levelsOf(settings: unknown): Readonly<Record<string, "off">> | undefined {
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) return undefined;
  return JSON.stringify(settings).includes("off") ? { "is-literal": "off" } : {};
}

/** Counts the files that a gloss has in memory. */
class Alive {
  count = 0;
  readonly gloss: Gloss;

  constructor(gloss: Gloss) {
    this.gloss = Object.create(gloss, {
      parse: {
        value: (name: string, text: string) =>
          name === "rehearsal.py" ? gloss.parse(name, text) : this.counted(gloss.parse(name, text)),
      },
    });
  }

  private counted(file: PythonFile): PythonFile {
    this.count++;
    let isFree = false;
    const end = () => {
      assert.ok(!isFree, "a file is freed once");
      isFree = true;
      this.count--;
    };
    return new Proxy(file, {
      get: (target, key) => {
        if (key === "free") {
          return () => {
            end();
            target.free();
          };
        }
        if (key === "edit") {
          return (changes: readonly Edit[]) => {
            end();
            return this.counted(target.edit(changes));
          };
        }
        const value: unknown = Reflect.get(target, key);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  }
}
