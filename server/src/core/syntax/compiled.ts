import type { Query } from "web-tree-sitter";
import { isLittleEndian, type Runtime } from "./memory.ts";
import { changesBetween, readSnapshot, repeatChanges, sumOf, usedOf, writeSnapshot } from "./snapshot.ts";

/**
 * Queries that were compiled when PyGloss was built: tree-sitter walks all of the grammar's states for each pattern,
 * which was a quarter of the time to the first diagnostics. A WebAssembly memory is the same everywhere after the same
 * calls, so what compiling changes in it is written into a file, and put into the memory when the grammar is loaded.
 * Where it is not the same memory, as after a release of the library, queries are compiled as ever.
 */
export class CompiledQueries {
  private readonly runtime: Runtime;
  /** Where each lies, by its text. Who takes one may free it, so it is given once. */
  private readonly addresses: Map<string, number>;

  /** Of a library that has loaded its grammar and done nothing else. */
  constructor(runtime: Runtime, file: Uint8Array | undefined) {
    this.runtime = runtime;
    const { HEAP32 } = runtime;
    const snapshot = file && HEAP32 && isLittleEndian() ? readSnapshot(file) : null;
    this.addresses = new Map(snapshot && HEAP32 && repeatChanges(snapshot, HEAP32) ? snapshot.queries : []);
  }

  has(text: string): boolean {
    return this.addresses.has(text);
  }

  /** `compile` calls the library, which asks WebAssembly for a query and is told the one that is there. */
  query(text: string, compile: (text: string) => Query): Query {
    const address = this.addresses.get(text);
    if (address === undefined) return compile(text);
    this.addresses.delete(text);
    return withNew(
      this.runtime,
      () => address,
      () => compile(text),
    );
  }
}

/** Compiles texts, in a library that has done nothing yet, into a file for `CompiledQueries`. */
export function compileAhead(runtime: Runtime, texts: readonly string[], compile: (text: string) => Query): Uint8Array {
  const { HEAP32, _ts_query_new: make } = runtime;
  if (!HEAP32 || !make) throw new Error("the library keeps its memory elsewhere now");
  const before = HEAP32.slice();
  const queries: [string, number][] = [];
  // None may be freed before the memory is looked at.
  const kept: Query[] = [];
  for (const text of texts) {
    const noted = (...of: number[]) => {
      const address = make(...of);
      queries.push([text, address]);
      return address;
    };
    kept.push(withNew(runtime, noted, () => compile(text)));
  }
  if (runtime.HEAP32 !== HEAP32) throw new Error("the library's memory has grown");
  const changes = changesBetween(before, HEAP32);
  const used = usedOf(before);
  const file = writeSnapshot({ used, sum: sumOf(before.subarray(0, used)), queries, changes });
  for (const query of kept) query.delete();
  return file;
}

function withNew<T>(runtime: Runtime, make: (...of: number[]) => number, use: () => T): T {
  const { _ts_query_new: own } = runtime;
  runtime._ts_query_new = make;
  try {
    return use();
  } finally {
    runtime._ts_query_new = own;
  }
}
