import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileFiles, standardLibrary } from "../test/support/python.ts";
import { AST_GREP_RULES } from "./astGrepRules.ts";

export interface Input {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Ends of names all over the file, where letters are typed. */
  readonly places: readonly number[];
  /** One of them in the middle, and the start of its line. */
  readonly place: number;
  readonly line: number;
}

export interface Inputs {
  /** Where servers and programs run: ast-grep wants its rules above the files. */
  readonly folder: string;
  readonly documents: readonly Input[];
  /** The standard library without its tests. */
  readonly library: { readonly folder: string; readonly files: readonly string[] };
  readonly subset: { readonly folder: string; readonly files: readonly string[] };
}

/** Copies the machine's standard library into a folder of our own, and makes larger files of its files. */
export function makeInputs(): Inputs {
  const folder = join(import.meta.dirname, ".work");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "rules"), { recursive: true });
  writeFileSync(join(folder, "sgconfig.yml"), "ruleDirs: [rules]\n");
  AST_GREP_RULES.forEach((rule, index) => {
    const text = `id: rule-${index}\nlanguage: python\nseverity: warning\nmessage: found\nrule:\n  pattern: ${JSON.stringify(rule)}\n`;
    writeFileSync(join(folder, "rules", `rule-${index}.yml`), text);
  });

  const library = join(folder, "library");
  const subset = join(folder, "subset");
  mkdirSync(subset);
  const original = standardLibrary();
  const names = pythonFiles(original);
  for (const name of names) cpSync(join(original, name), join(library, name));
  const every = Math.ceil(names.length / 50);
  const chosen = names.filter((_, index) => index % every === 0);
  for (const name of chosen) cpSync(join(library, name), join(subset, name.replace(/[\\/]/g, "_")));

  const texts = names.filter((name) => !/[\\/]/.test(name)).map((name) => readFileSync(join(library, name), "utf8"));
  const documents = [
    document(folder, "1.5k", [readFileSync(join(library, "shutil.py"), "utf8")], 1),
    document(folder, "10k", joined(library), 10_000),
    document(folder, "50k", texts, 50_000),
  ];
  const inFolder = (where: string) => readdirSync(where).map((name) => join(where, name));
  return {
    folder,
    documents,
    library: { folder: library, files: names.map((name) => join(library, name)) },
    subset: { folder: subset, files: inFolder(subset) },
  };
}

/** Files of the kind that people write: functions, classes, some of them large. */
function joined(library: string): string[] {
  const names = ["shutil", "argparse", "subprocess", "threading", "tarfile", "zipfile"];
  return names.map((name) => readFileSync(join(library, `${name}.py`), "utf8"));
}

function pythonFiles(root: string): string[] {
  const all = readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
  return all.filter(
    (name) =>
      name.endsWith(".py") &&
      !/(^|[\\/])(site-packages|dist-packages|tests?|lib2to3|idlelib|__pycache__)([\\/]|$)/.test(name),
  );
}

/** Files joined until there are so many lines. A later `from __future__` would not compile, so it is left out. */
function document(folder: string, name: string, texts: readonly string[], lines: number): Input {
  let text = "";
  let count = 0;
  for (const one of texts) {
    if (count >= lines) break;
    text += `${one.replace(/^from __future__ .*$/gm, "pass")}\n`;
    count += one.split("\n").length;
  }
  const path = join(folder, `text-${name.replace(".", "_")}.py`);
  writeFileSync(path, text);
  const complaint = compileFiles([path]);
  if (complaint) throw new Error(`the file for ${name} does not compile: ${complaint}`);
  return { name: `${name} lines`, path, text, ...places(text) };
}

/** Ten assignments spread over a text, in functions or classes. */
function places(text: string): Pick<Input, "places" | "place" | "line"> {
  const found = [...text.matchAll(/^( {4,}[a-z_]+) = [a-z_.]+$/gm)];
  const spread = Array.from({ length: 10 }, (_, index) => found[Math.floor(((index + 0.5) * found.length) / 10)]);
  const ends = spread.flatMap((one) => (one?.[1] ? one.index + one[1].length : []));
  const [line, place] = [spread[5]?.index, ends[5]];
  if (line === undefined || place === undefined) throw new Error("there are too few assignments in the text");
  return { places: ends, place, line };
}
