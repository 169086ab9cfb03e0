/** The program of an example: as it was edited, or as it is shown, of a session what is typed. */
export function codeOf(example: Element): string {
  const editor = example.querySelector("textarea");
  if (editor) return editor.value;
  const shown = example.querySelector("pre");
  const text = shown?.textContent ?? "";
  if (!isSession(example)) return text;
  const typed = text.split("\n").filter((line) => /^(>>>|\.\.\.)( |$)/.test(line));
  return typed.map((line) => `${line.slice(4)}\n`).join("");
}

export function isSession(example: Element): boolean {
  return example.querySelector("pre.session") !== null;
}
