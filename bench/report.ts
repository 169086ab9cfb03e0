import { cpus, loadavg, platform, release, totalmem } from "node:os";
import { median, type Row } from "./measure.ts";
import { US, versions } from "./peers.ts";

/** What each part is about, and how it is to be read. */
const PARTS: Readonly<Record<string, string>> = {
  start: "Start of a language server",
  edits: "From an edit to its diagnostics",
  hover: "Hovers",
  search: "Searching notes",
  batch: "Checking many files",
  memory: "Memory, with the processes a program starts",
  leak: "Memory after many edits",
};

const NOTES: Readonly<Record<string, string>> = {
  start:
    "At its first start PyGloss keeps what was compiled of it, and every other start is measured with that. " +
    "`NODE_EXTRA_CA_CERTS` is taken away, by which every Node would read certificates first.",
  edits:
    "The letters are typed at ten places spread over the file. pylsp waits 500 ms before it looks, and Pyright waits too: this is what somebody sees who types, not what they work. " +
    "Types are another job than ours. Ruff's row is its WebAssembly build checking the same text in this process: its " +
    "native server is faster than that.",
  batch:
    "**Ruff is faster than PyGloss here, by far**, and its native program is faster still than the WebAssembly build that " +
    "is measured. ast-grep is faster too, with fifteen rules. PyGloss is quick where you type, because it judges only what " +
    "an edit may have changed; over whole trees its cache makes the second run quick (it is off here).",
};

/** The measurements as Markdown: medians, and how many times PyGloss's value each is. */
export function report(rows: readonly Row[], rounds: number): string {
  const head = [
    "# Measurements",
    "",
    "Written by `npm run bench`; do not edit.",
    "",
    `${cpus()[0]?.model.trim() ?? "?"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}; ` +
      `load at the end ${loadavg()[0]?.toFixed(1)}. ${versions().join(", ")}.`,
    "",
    `Medians of ${rounds} round${rounds === 1 ? "" : "s"}; in each, every program ran in turn. In brackets: how many times PyGloss's value. ` +
      "**Read the ratios, not the times**: other work on a machine moves the times of all programs alike. A load above the " +
      "number of cores means that each of them waited for its turn. PyGloss runs with all rules and notes.",
  ];
  const parts = [...new Set(rows.map(({ part }) => part))];
  const sections = Object.keys(PARTS).filter((part) => parts.includes(part));
  const tables = sections.flatMap((part) => {
    const own = rows.filter((row) => row.part === part);
    return ["", `## ${PARTS[part]}`, "", ...table(own), ...(NOTES[part] ? ["", NOTES[part]] : [])];
  });
  return `${[...head, ...tables].join("\n")}\n`;
}

function table(rows: readonly Row[]): string[] {
  const programs = [...new Set(rows.flatMap(({ values }) => [...values.keys()]))];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(["", ...programs]),
    line(["---", ...programs.map(() => "---:")]),
    ...rows.map((row) => line([row.what, ...programs.map((program) => cell(row, program))])),
  ];
}

function cell({ values, unit, part }: Row, program: string): string {
  const own = values.get(program);
  if (!own) return "";
  const value = median(own);
  const ours = median(values.get(US) ?? []);
  const text = `${format(value)} ${unit}`;
  return program === US || part === "leak" || !(ours > 0) ? text : `${text} (${format(value / ours)}×)`;
}

export function format(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}
