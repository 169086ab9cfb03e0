/**
 * What an answer was made from. While something is judged, the semantic model notes here which names of the module were
 * looked up and what else was looked at; the answer holds until one of these changes.
 */
let current: Set<string> | null = null;

/** Stands for every name of the module, and for all else that an edit may change. */
export const ANY = "*";

/** Stands for all that is in the class around a statement. */
export const CLASS = "class";

/** Stands for the header of the class around a statement, and for there being one. */
export const HEADER = "class header";

/** Stands for all that the methods of the class around a statement set on `self`. */
export const SELF = "self";

/** Stands for a name that the body of the class around a statement binds. */
export function inClass(name: string): string {
  return `class ${name}`;
}

/** Stands for what the methods of the class around a statement set on `self` by this path. */
export function onSelf(path: string): string {
  return `self ${path}`;
}

/** Stands for what the module imports, and for the lines at the top of the file where imports go. */
export const IMPORTS = "import";

/** Stands for the `if` statements that stand in the module itself. */
export const CONDITIONALS = "if";

/** Notes a name of the module, or one of the words above: none of them can be a name. */
export function note(what: string): void {
  current?.add(what);
}

/** What `ask` answers; what it looked at is added to `asked`. Not for anything that waits: there is one at a time. */
export function noting<T>(asked: Set<string>, ask: () => T): T {
  const outer = current;
  current = asked;
  try {
    return ask();
  } finally {
    current = outer;
  }
}
