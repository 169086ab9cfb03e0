import { type Command, InvalidArgumentError } from "commander";
import type { SearchHit } from "../../core/notes/note.ts";
import { loadGloss } from "../engine.ts";
import type { Finish } from "../main.ts";
import { complain, paint, print, printJson } from "../terminal.ts";

interface Options {
  readonly json: boolean;
  readonly limit: number;
}

export function addSearch(program: Command, finish: Finish): void {
  program
    .command("search")
    .description("Find notes by words, best ones first.")
    .argument("<words...>")
    .option("--json", "print an array of hits", false)
    .option("--limit <n>", "how many at most", readLimit, 20)
    .action(async (words: string[], { json, limit }: Options) => {
      const { shelf } = await loadGloss();
      const hits = await shelf.search(words.join(" "), limit);
      if (json) printJson(hits.map(toJson));
      else if (hits.length > 0) print(hits.map(toText).join("\n"));
      else complain(`no note speaks of ${words.join(" ")}`);
      finish(0);
    });
}

function toJson({ id, title, kind, topic, score, excerpt }: SearchHit): SearchHit {
  return { id, title, kind, topic, score, excerpt };
}

function toText({ id, title, kind, excerpt }: SearchHit): string {
  return `${paint("bold", title)} ${paint("dim", `(${kind} ${id})`)}\n  ${excerpt}\n`;
}

function readLimit(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("It is a whole number from 1.");
}
