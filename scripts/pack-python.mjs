/** CPython for the pages of notes, as the extension ships it. */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { loadPyodide } from "pyodide";

const require = createRequire(import.meta.url);

/** Writes the interpreter, compressed, and the standard library into a folder. */
export async function packPython(folder) {
  const [interpreter, library] = await Promise.all(
    ["pyodide.asm.wasm", "python_stdlib.zip"].map((name) => readFile(require.resolve(`pyodide/${name}`))),
  );
  await Promise.all([
    writeFile(join(folder, "interpreter.wasm.gz"), await promisify(gzip)(interpreter, { level: 9 })),
    writeFile(join(folder, "library.zip"), await compileLibrary(library)),
  ]);
}

/**
 * The modules that Python loads when it starts, and those that examples often import, get their bytecode beside their
 * source: Python then starts in a quarter of the time. All of them would make the extension too large.
 */
async function compileLibrary(library) {
  const python = await loadPyodide();
  python.FS.writeFile("/source.zip", library);
  python.runPython(`
import contextlib, copy, dataclasses, datetime, enum, inspect, json, logging, random, typing
import pathlib, py_compile, sys, zipfile

home = next(entry for entry in sys.path if entry.endswith(".zip")) + "/"
used = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
with zipfile.ZipFile("/source.zip") as source, zipfile.ZipFile("/library.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
    for entry in source.infolist():
        # Writing an entry changes it.
        path, content = source.extract(entry, "/source"), source.read(entry)
        target.writestr(entry, content)
        if home + entry.filename in used:
            compiled = py_compile.compile(
                path,
                dfile=home + entry.filename,
                doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
            bytecode = zipfile.ZipInfo(entry.filename + "c", entry.date_time)
            target.writestr(bytecode, pathlib.Path(compiled).read_bytes(), zipfile.ZIP_DEFLATED)
`);
  return python.FS.readFile("/library.zip");
}
