import type { FromPage } from "../src/viewer/messages.ts";
import type { PageWords } from "../src/viewer/render.ts";
import { codeOf } from "./code.ts";

/** The buttons on examples: they copy what was typed, without prompts and answers. */
export function wireCopy(note: Element, tell: (message: FromPage) => void, words: PageWords): void {
  for (const button of note.querySelectorAll<HTMLButtonElement>("button.copy")) {
    button.addEventListener("click", () => {
      const example = button.closest(".example");
      if (!example) return;
      tell({ type: "copy", text: codeOf(example) });
      button.textContent = words.copied;
      setTimeout(() => {
        button.textContent = words.copy;
      }, 1500);
    });
  }
}
