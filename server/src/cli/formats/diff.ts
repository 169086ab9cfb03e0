import { printableLines } from "../../core/printable.ts";
import { complain, print } from "../terminal.ts";
import type { Format } from "./report.ts";

/** Patches to standard output, and what they amount to, to the person at the terminal. */
export function diffFormat(): Format {
  let fixes = 0;
  let files = 0;
  return {
    file({ diff, fixed }): void {
      if (diff === undefined) return;
      fixes += fixed;
      files++;
      // A file gets the patch as it is; who looks at a terminal is not to be shown a hidden line.
      print(process.stdout.isTTY ? printableLines(diff) : diff);
    },
    end: () => complain(fixes === 0 ? "nothing would be fixed" : `would fix ${fixes} in ${files} of the files`),
  };
}
