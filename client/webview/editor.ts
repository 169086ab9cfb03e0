const INDENT = "    ";

export interface EditorOptions {
  readonly code: string;
  /** For who does not see it: what it is, and which keys do something. */
  readonly label: string;
  readonly onChange: (code: string) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
}

/** A box to change an example in: it grows with its lines and keeps their indentation. */
export function createEditor({ code, label, onChange, onRun, onLeave }: EditorOptions): HTMLTextAreaElement {
  const editor = document.createElement("textarea");
  editor.value = code.trimEnd();
  editor.ariaLabel = label;
  editor.spellcheck = false;
  editor.wrap = "off";
  editor.autocapitalize = "off";
  const grow = () => {
    editor.rows = editor.value.split("\n").length;
  };
  grow();
  editor.addEventListener("input", () => {
    grow();
    onChange(editor.value);
  });
  editor.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, shiftKey } = event;
    if (key === "Enter" && (ctrlKey || metaKey)) onRun();
    else if (key === "Escape") onLeave();
    else if (key === "Tab" && !shiftKey) insert(INDENT);
    else if (key === "Enter" && !shiftKey) insert(`\n${indentAt(editor)}`);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return editor;
}

/** The indentation of the line of the cursor, and one more behind a colon. */
function indentAt({ value, selectionStart }: HTMLTextAreaElement): string {
  const line = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  return /:\s*$/.test(line) ? indent + INDENT : indent;
}

/** As if it were typed, so that it can be undone. */
function insert(text: string): void {
  document.execCommand("insertText", false, text);
}
