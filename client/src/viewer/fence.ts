/** What the line that opens an example says: its language, for whom it is, and whether it can be run on the page. */

/** What Python lacks where a page runs it. */
export type Lack = "threads" | "processes" | "network" | "keyboard" | "modules" | "machine" | "depth";

export interface Fence {
  readonly language: string;
  /** The words behind the language say how an example is tested; two of them also speak to the reader. */
  readonly role: "trap" | "better" | undefined;
  /** Why a Python example is not run anywhere, in the words of its note. */
  readonly reason: string | undefined;
  /** Why a Python example that runs elsewhere is not run on the page. */
  readonly lack: Lack | undefined;
}

export function readFence(info: string, code: string): Fence {
  const [before = "", reason] = info.split(/\bnorun:\s*/, 2);
  const [language = "text", ...words] = before.split(/\s+/).filter((word) => word !== "");
  const role = words.includes("trap") ? "trap" : words.includes("better") ? "better" : undefined;
  // A session that tests run on this very Python needs nothing else, whatever its words look like.
  const isProven = /^>>> /m.test(code) && !words.includes("system");
  return { language, role, reason, lack: isProven ? undefined : lackOf(code) };
}

function lackOf(code: string): Lack | undefined {
  return (Object.keys(NEEDS) as Lack[]).find((lack) => NEEDS[lack].test(code));
}

/** How code shows that it needs something. What is not seen here, the run itself will tell. */
const NEEDS: Readonly<Record<Lack, RegExp>> = {
  processes:
    /\b(?:subprocess|multiprocessing|ProcessPoolExecutor|InterpreterPoolExecutor|posix_spawn|create_subprocess_\w+|os\.(?:fork|system|popen|exec\w+|spawn\w+|kill))\b/,
  threads:
    /\b(?:[Tt]hread(?:s|ing)?\.(?:Thread|Timer)|Thread\(|Timer\(|ThreadPoolExecutor|to_thread|run_in_executor)\b/,
  network: /\b(?:socket|socketserver|urllib\.request|http\.(?:client|server)|open_connection|start_server)\b/,
  keyboard: /\binput\(/,
  modules: /^(?:>>> |\.\.\. )?\s*(?:import|from)\b.*\b(?:dbm|shelve|resource|venv|zoneinfo)\b/m,
  depth: /\bRecursionError\b/,
  machine: /\b(?:process_time|getallocatedblocks|gc\.get_objects|signal\.\w+)\b/,
};
