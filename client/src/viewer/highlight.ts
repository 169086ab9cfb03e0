import hljs from "highlight.js/lib/core";
import python from "highlight.js/lib/languages/python";
import pythonRepl from "highlight.js/lib/languages/python-repl";

hljs.registerLanguage("python", python);
hljs.registerLanguage("python-repl", pythonRepl);

/** Escaped HTML with spans around what a theme colours. A session keeps its prompts and its output apart. */
export function highlightPython(code: string): string {
  const language = /^>>> /m.test(code) ? "python-repl" : "python";
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
