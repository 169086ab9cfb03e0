import type { Severity } from "../../core/notes/note.ts";
import { printable } from "../../core/printable.ts";
import { complain, paint, print, type Style } from "../terminal.ts";
import type { FileReport, Format } from "./report.ts";

/** A line for each finding, which editors and terminals can follow, and a sum; lines and columns count from 1. */
export function textFormat(): Format {
  const sum = { files: 0, findings: 0, known: 0, fixed: 0, safe: 0, unsafe: 0 };
  return {
    file(report: FileReport): void {
      sum.files++;
      sum.findings += report.findings.length;
      sum.known += report.known.length;
      sum.fixed += report.fixed;
      sum.safe += report.fixable.safe;
      sum.unsafe += report.fixable.unsafe;
      print(linesOf(report));
    },
    end(complete: boolean): void {
      if (sum.files > 0) print(`${sentence(sum)}\n`);
      else if (complete) complain("there are no Python files here");
    },
  };
}

function linesOf({ path, findings }: FileReport): string {
  const lines = findings.map(({ range, cell, severity, message, rule }) => {
    const { line, character } = range.start;
    const place = `${paint("bold", shown(path))}:${cell === undefined ? "" : `cell ${cell}:`}${line + 1}:${character + 1}`;
    return `${place}: ${paint(COLOUR[severity], severity)} ${message} ${paint("dim", `[${rule}]`)}\n`;
  });
  return lines.join("");
}

/** A name must not pass for a line of ours, nor for a command, which a line with two colons is to GitHub Actions. */
function shown(path: string): string {
  return printable(path.startsWith("::") ? `./${path}` : path);
}

const COLOUR: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  information: "blue",
  hint: "cyan",
};

interface Sum {
  readonly files: number;
  readonly findings: number;
  /** In the baseline. */
  readonly known: number;
  readonly fixed: number;
  readonly safe: number;
  readonly unsafe: number;
}

function sentence({ files, findings, known, fixed, safe, unsafe }: Sum): string {
  const found = findings === 0 ? "Nothing found" : `Found ${count(findings, "finding")}`;
  const made = fixed > 0 ? `, fixed ${fixed}` : "";
  const more: string[] = [];
  if (safe > 0) more.push(`${safe} fixable with --fix`);
  if (unsafe > 0) more.push(`${unsafe} more with --fix --unsafe-fixes`);
  const old = known > 0 ? `, besides ${known} in the baseline` : "";
  return `${found} in ${count(files, "file")}${old}${made}.${more.length > 0 ? ` ${more.join(", ")}.` : ""}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
