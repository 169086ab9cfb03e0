import type { Node } from "web-tree-sitter";

/**
 * What an answer was made from. While something is judged, the semantic model notes here which names of the module were
 * looked up and what else was looked at; the answer holds until one of these changes.
 */
let current: Set<string> | null = null;
let isForgetting = false;

/** Stands for every name of the module, and for all else that an edit may change. */
export const ANY = "*";

/** Stands for what the module imports, and for the lines at the top of the file where imports go. */
export const IMPORTS = "import";

/** Stands for the `if` statements that stand in the module itself. */
export const CONDITIONALS = "if";

/** Before a word: stands for every place in the file where it is written. */
export const MENTIONS = "mentions ";

/** Before a word: stands for the lines in which it is written. */
export const LINES = "lines with ";

/** Stands for all functions of a name, wherever they are defined. */
export function definitionsOf(name: string): string {
  return `def ${name}`;
}

/** What may be asked of a class, by its name: classes of one name are taken for one. */
export const ofClass = {
  /** Stands for all that is in the class. */
  all: (name: string) => `class ${name} *`,
  /** Stands for the header of the class, and for there being one. */
  header: (name: string) => `class ${name}`,
  /** Stands for a name that its body binds. */
  binding: (name: string, bound: string) => `class ${name} ${bound}`,
  /** Stands for what its methods set on `self`, and for what they set by one path: `x`, `x.y`. */
  self: (name: string, path = "") => `class ${name} self.${path}`,
};

/** Notes a name of the module, or one of the words above: none of them can be a name. */
export function note(what: string): void {
  current?.add(what);
}

/** Notes something that is asked of a class; what it is depends on the header, too. */
export function noteOfClass(definition: Node, ...asked: readonly ((name: string) => string)[]): void {
  if (!current) return;
  const name = className(definition);
  current.add(ofClass.header(name));
  for (const what of asked) current.add(what(name));
}

/** The name of a class, by which it is asked for. */
export function className(definition: Node): string {
  return definition.childForFieldName("name")?.text ?? "";
}

/** What `ask` answers; what it looked at is added to `asked`. Not for anything that waits: there is one at a time. */
export function noting<T>(asked: Set<string>, ask: () => T): T {
  const outer = current;
  if (!isForgetting) current = asked;
  try {
    return ask();
  } finally {
    current = outer;
  }
}

/** What `ask` answers, where no later version takes over anything from it: nothing is noted, which takes time. */
export function forgetting<T>(ask: () => T): T {
  isForgetting = true;
  try {
    return ask();
  } finally {
    isForgetting = false;
  }
}

/** Whether a later version may ask what has changed. */
export function hasSuccessors(): boolean {
  return !isForgetting;
}
