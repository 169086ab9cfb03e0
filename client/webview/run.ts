import type { PageWords } from "../src/viewer/render.ts";
import { codeOf, isSession } from "./code.ts";
import { createEditor } from "./editor.ts";
import type { KeptEdits } from "./edits.ts";
import { OutputBox } from "./output.ts";
import type { Python } from "./python.ts";

/** Examples that can be run in their place, changed, and run again. */
export function wireRun(note: Element, python: Python, edits: KeptEdits, words: PageWords): void {
  for (const [index, tools] of note.querySelectorAll<HTMLElement>(".tools").entries()) {
    const example = tools.closest<HTMLElement>(".example");
    const run = tools.querySelector<HTMLButtonElement>(".run");
    const edit = tools.querySelector<HTMLButtonElement>(".edit");
    const shown = example?.querySelector("pre");
    if (example && run && edit && shown) wireExample({ example, run, edit, shown, index }, python, edits, words);
  }
}

interface Parts {
  readonly example: HTMLElement;
  readonly run: HTMLButtonElement;
  readonly edit: HTMLButtonElement;
  readonly shown: HTMLPreElement;
  readonly index: number;
}

function wireExample(
  { example, run, edit, shown, index }: Parts,
  python: Python,
  edits: KeptEdits,
  words: PageWords,
): void {
  let output: OutputBox | undefined;
  let editor: HTMLTextAreaElement | undefined;
  let isRunning = false;

  const start = () => {
    isRunning = true;
    run.textContent = words.stop;
    output ??= new OutputBox(example, words);
    const box = output;
    box.begin();
    const source = editor?.value ?? shown.textContent ?? "";
    python.run(source, isSession(example), {
      running: () => box.say(words.running),
      printed: (text, isError) => box.print(text, isError),
      ended: (end) => {
        isRunning = false;
        run.textContent = words.run;
        box.end(end);
      },
    });
  };

  const startAgain = () => {
    if (isRunning) python.stop();
    start();
  };

  const showEditor = (code: string) => {
    editor = createEditor({
      code,
      label: words.code,
      onChange: (changed) => edits.keep(index, changed),
      onRun: startAgain,
      onLeave: () => run.focus(),
    });
    shown.hidden = true;
    shown.after(editor);
    edit.textContent = words.reset;
  };

  const beginEdit = () => {
    showEditor(codeOf(example));
    editor?.focus();
  };

  const reset = () => {
    if (isRunning) python.stop();
    edits.keep(index, undefined);
    editor?.remove();
    editor = undefined;
    output?.remove();
    output = undefined;
    shown.hidden = false;
    edit.textContent = words.edit;
  };

  run.addEventListener("click", () => (isRunning ? python.stop() : start()));
  edit.addEventListener("click", () => (editor ? reset() : beginEdit()));
  const kept = edits.of(index);
  if (kept !== undefined) showEditor(kept);
}
