import hljs from "highlight.js/lib/core";
import python from "highlight.js/lib/languages/python";
import pythonRepl from "highlight.js/lib/languages/python-repl";

hljs.registerLanguage("python", python);
hljs.registerLanguage("python-repl", pythonRepl);

/** Escaped HTML with spans around what a theme colours; in a session, prompts and code are told from what is answered. */
export function highlightPython(code: string): string {
  const language = isSession(code) ? "python-repl" : "python";
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}

export function isSession(code: string): boolean {
  return /^>>> /m.test(code);
}
