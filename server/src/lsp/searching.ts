import { type CancellationToken, ProgressToken, ProgressType } from "vscode-languageserver";
import type { Gloss, Shelf } from "../core/api.ts";
import type { SearchFilter, SearchHit, SearchParams } from "./protocol.ts";
import type { Session } from "./session.ts";
import { SLICE, turn } from "./turn.ts";
import { isRecord } from "./untrusted.ts";

type Hits = readonly SearchHit[];

export interface Searching {
  answer(params: SearchParams, gloss: Gloss, token: CancellationToken): Promise<Hits>;
  /** Readies the search, for somebody who may soon need it. */
  prepare(shelf: Shelf): void;
}

/**
 * Answers searches. The first makes the search ready, in pieces between which everybody else gets an answer; who types
 * meanwhile is told at once what can be told, and the rest when it is ready.
 */
export function searching(session: Session): Searching {
  const preparing = new WeakMap<Shelf, Promise<void>>();
  const ready = new WeakSet<Shelf>();
  const prepare = (shelf: Shelf): Promise<void> => {
    let running = preparing.get(shelf);
    if (!running) {
      running = inPieces(shelf)
        .catch((error: unknown) => session.log("Preparing the search failed", error))
        .then(() => void ready.add(shelf));
      preparing.set(shelf, running);
    }
    return running;
  };
  const answer = async (params: SearchParams, { shelf }: Gloss, token: CancellationToken): Promise<Hits> => {
    const { query, limit, filter, partialResultToken } = read(params);
    const prepared = prepare(shelf);
    // Whoever asks for everything has just opened the search, and will type in a moment.
    if (query === "") return shelf.glance(query, limit, filter);
    if (!ready.has(shelf)) {
      if (partialResultToken !== undefined) {
        await session.connection.sendProgress(HITS, partialResultToken, shelf.glance(query, limit, filter));
      }
      await prepared;
      if (token.isCancellationRequested) return [];
    }
    return shelf.search(query, limit, filter);
  };
  return { answer, prepare: (shelf) => void prepare(shelf) };
}

const HITS = new ProgressType<Hits>();

async function inPieces(shelf: Shelf): Promise<void> {
  await turn();
  let deadline = performance.now() + SLICE;
  for await (const _ of shelf.prepareSearch()) {
    if (performance.now() < deadline) continue;
    await turn();
    deadline = performance.now() + SLICE;
  }
}

interface Search {
  readonly query: string;
  readonly limit: number | undefined;
  readonly filter: SearchFilter;
  readonly partialResultToken: ProgressToken | undefined;
}

function read({ query, limit, filter, partialResultToken }: SearchParams): Search {
  if (typeof query !== "string") throw new TypeError("`query` is a string");
  const { kind, topic } = isRecord(filter) ? filter : {};
  return {
    query,
    limit: typeof limit === "number" && limit >= 0 ? limit : undefined,
    filter: {
      ...(kind === "trap" || kind === "concept" ? { kind } : {}),
      ...(typeof topic === "string" ? { topic } : {}),
    },
    partialResultToken: ProgressToken.is(partialResultToken) ? partialResultToken : undefined,
  };
}
