/**
 * CPython in a worker of its own. The page starts one for each run, so that nothing of a run is left for the next, and
 * ends it from outside, because a program that never ends hears nothing. The page's policy is the worker's, too: it
 * allows no connection and no JavaScript from text. What could be reached nevertheless is taken away before a run.
 */
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { info } from "pyodide/pyodide-lock.json";
import { MEMORY } from "./limits.ts";
import type { FromWorker, Lack, ToWorker } from "./messages.ts";
import { limitedOutput } from "./output.ts";
import RUN from "./run.py";

type Run = (source: string, isSession: boolean) => Lack | undefined;

const MEMORY_PAGE = 65_536;
/** Pyodide wants an address for its files, which it then asks our `fetch` for. */
const NOWHERE = "http://localhost/";
/** Without a list of packages Python's own words tell that a module is not there. */
const NO_PACKAGES = JSON.stringify({ info, packages: {} });
const TAKEN_AWAY =
  "fetch XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource Worker BroadcastChannel indexedDB caches navigator";

const tell = (message: FromWorker) => self.postMessage(message);
let run: Run | undefined;

self.addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  try {
    if (data.type === "start") {
      run = await startPython(data.interpreter, data.library);
      tell({ type: "ready" });
    } else if (run) {
      tell({ type: "done", lack: run(data.source, data.isSession) });
    }
  } catch (error) {
    // Python tells its own errors; this one ended Python. Its stack is the browser's, which is smaller than it believes.
    if (error instanceof RangeError) tell({ type: "done", lack: "depth" });
    else tell({ type: "failed", message: String(error) });
  }
});

async function startPython(interpreter: WebAssembly.Module, library: Uint8Array<ArrayBuffer>): Promise<Run> {
  limitMemory();
  handOver(interpreter, library);
  const python = await loadPyodide({
    indexURL: NOWHERE,
    createPyodideModule,
    lockFileContents: NO_PACKAGES,
    enableRunUntilComplete: false,
  });
  const output = limitedOutput(tell);
  python.setStdout({ write: output(false) });
  python.setStderr({ write: output(true) });
  python.setStdin({ stdin: () => null });
  const names = python.toPy({ __name__: "run", __file__: "run.py" });
  python.runPython(RUN, { globals: names, filename: "run.py" });
  for (const name of ["js", "pyodide_js"]) python.unregisterJsModule(name);
  for (const name of TAKEN_AWAY.split(" ")) Object.defineProperty(self, name, { value: undefined });
  return names.get("run");
}

/** What Pyodide would load from somewhere. */
function handOver(interpreter: WebAssembly.Module, library: Uint8Array<ArrayBuffer>): void {
  self.fetch = async () => new Response(library);
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: interpreter,
    instance: await WebAssembly.instantiate(interpreter, imports),
  });
}

function limitMemory(): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * MEMORY_PAGE > MEMORY) throw new RangeError("That is too much memory.");
    return grow.call(this, pages);
  };
}
