import type { FromPage } from "../src/viewer/messages.ts";
import type { PageWords } from "../src/viewer/render.ts";

/** The buttons on examples: of a session they copy what was typed, without prompts and answers. */
export function wireCopy(note: Element, tell: (message: FromPage) => void, words: PageWords): void {
  for (const button of note.querySelectorAll<HTMLButtonElement>("button.copy")) {
    button.addEventListener("click", () => {
      const block = button.parentElement?.querySelector("pre");
      if (!block) return;
      tell({ type: "copy", text: codeOf(block) });
      button.textContent = words.copied;
      setTimeout(() => {
        button.textContent = words.copy;
      }, 1500);
    });
  }
}

function codeOf(block: HTMLPreElement): string {
  const text = block.textContent ?? "";
  if (!block.classList.contains("session")) return text;
  const typed = text.split("\n").filter((line) => /^(>>>|\.\.\.)( |$)/.test(line));
  return typed.map((line) => `${line.slice(4)}\n`).join("");
}
