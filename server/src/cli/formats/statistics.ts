import type { Shelf } from "../../core/api.ts";
import { table } from "../table.ts";
import { complain, print, printJson } from "../terminal.ts";
import type { Format, ReportedFinding } from "./report.ts";

interface Count {
  readonly code: string;
  count: number;
  /** How many of them have a fix, be it one that may change behaviour. */
  fixable: number;
  readonly title: string;
}

/** How often each rule has something to say, the most frequent first. */
export function statisticsFormat(shelf: Shelf, asJson: boolean): Format {
  const counts = new Map<string, Count>();
  const add = ({ rule, fixes }: ReportedFinding) => {
    const count = counts.get(rule) ?? { code: rule, count: 0, fixable: 0, title: shelf.get(rule)?.title ?? rule };
    count.count++;
    if (fixes.length > 0) count.fixable++;
    counts.set(rule, count);
  };
  return {
    file: ({ findings }) => findings.forEach(add),
    end(): void {
      const sorted = [...counts.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
      if (asJson) printJson(sorted);
      else if (sorted.length === 0) complain("nothing found");
      else print(table(withHead(sorted)));
    },
  };
}

function withHead(counts: readonly Count[]): string[][] {
  const [many, fix] = ["count", "fixable"] as const;
  return [
    [many, fix, "rule", "what it is about"],
    ...counts.map(({ code, count, fixable, title }) => [
      String(count).padStart(many.length),
      String(fixable).padStart(fix.length),
      code,
      title,
    ]),
  ];
}
