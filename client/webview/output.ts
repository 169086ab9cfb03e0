import type { PageWords } from "../src/viewer/render.ts";
import type { End } from "./python.ts";

/** What a run prints, below its example, and how it is doing. Both are read aloud as they change. */
export class OutputBox {
  readonly #words: PageWords;
  readonly #box = document.createElement("div");
  readonly #status = document.createElement("p");
  readonly #printed = document.createElement("pre");

  constructor(example: HTMLElement, words: PageWords) {
    this.#words = words;
    this.#box.className = "output";
    this.#status.role = "status";
    this.#printed.role = "log";
    this.#printed.ariaLabel = words.output;
    this.#printed.tabIndex = 0;
    this.#box.append(this.#printed, this.#status);
    example.append(this.#box);
  }

  begin(): void {
    this.#printed.replaceChildren();
    this.#printed.hidden = true;
    this.say(this.#words.loading);
  }

  say(text: string): void {
    this.#status.textContent = text;
  }

  print(text: string, isError: boolean): void {
    this.#printed.hidden = false;
    for (const line of text.match(/.*\n|.+/g) ?? []) this.#add(line, isError ? "error" : isTyped(line) ? "typed" : "");
  }

  end(end: End): void {
    if (end.how === "failed") this.say(`${this.#words.failed} ${end.message}`);
    else if (end.how !== "done") this.say(this.#words[end.how]);
    else if (end.lack) this.say(this.#words.lacks[end.lack]);
    else this.say(this.#printed.hidden ? this.#words.nothingPrinted : "");
  }

  remove(): void {
    this.#box.remove();
  }

  /** What belongs together is one piece: a long output would otherwise be as many pieces as lines. */
  #add(line: string, kind: string): void {
    const last = this.#printed.lastElementChild;
    const piece = last?.className === kind ? last : document.createElement("span");
    piece.className = kind;
    piece.append(line);
    if (piece !== last) this.#printed.append(piece);
  }
}

/** A line of a session, with its prompt. */
function isTyped(line: string): boolean {
  return /^(?:>>>|\.\.\.) /.test(line);
}
