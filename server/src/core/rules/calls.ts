import type { Node, QueryCapture } from "web-tree-sitter";
import { note } from "../module/asked.ts";
import type { Module } from "../module/module.ts";
import type { RuleEntry } from "../notes/catalog.ts";
import type { Pattern } from "../query/compile.ts";
import type { Source } from "../source.ts";
import { codeChildren } from "../syntax/nodes.ts";

/** What is asked of every file, whatever rules are on. */
export const SHARED_PATTERNS: readonly Pattern<"call" | "import">[] = [
  { owner: "call", text: "(call function: [(identifier) (attribute)]) @call" },
  { owner: "import", text: "[(import_statement) (import_from_statement)] @import" },
];

/**
 * Rules that begin with a call share one pattern on calls and one map from qualified name to rules. To resolve every
 * call of a file would mean to read every scope of it, so a call is looked at only when its first name is imported
 * somewhere in the file, is a builtin some rule asks for, or is an alias made at module level.
 */
export class CallDispatch {
  private readonly rules = new Map<string, RuleEntry[]>();
  private readonly builtins = new Set<string>();
  /** What stands behind the last dot of their names. */
  private readonly lastParts = new Set<string>();

  constructor(rules: readonly RuleEntry[]) {
    for (const rule of rules) {
      for (const name of rule.calls) {
        const known = this.rules.get(name);
        if (known) known.push(rule);
        else this.rules.set(name, [rule]);
        this.lastParts.add(name.slice(name.lastIndexOf(".") + 1));
        if (name.startsWith("builtins.")) this.builtins.add(name.slice("builtins.".length));
      }
    }
  }

  /** The names with which a call may begin that is some rule's business, given those that imports bind. */
  namesWorthALook(imported: Iterable<string>, aliases: Iterable<string>): ReadonlySet<string> {
    return new Set([...this.builtins, ...imported, ...aliases]);
  }

  /** The calls that are some rule's business, with that rule. Captures: `@call`, and `@finding` for the called name. */
  *dispatch(
    calls: readonly Node[],
    names: ReadonlySet<string>,
    module: Module,
  ): Generator<{ rule: RuleEntry; captures: readonly QueryCapture[] }> {
    for (const call of calls) {
      const { first, last } = calledName(call, module.source);
      note(firstOfCall(first));
      // The meaning of `a.b.c` ends with `c`, whatever `a` is.
      if (!names.has(first) || (last !== undefined && !this.lastParts.has(last))) continue;
      const callee = call.childForFieldName("function");
      const qualified = callee && module.qualifiedName(callee);
      if (!callee || !qualified) continue;
      const captures = [capture("call", call), capture("finding", callee)];
      for (const rule of this.rules.get(qualified) ?? []) yield { rule, captures };
    }
  }
}

/** Stands for whether calls that begin with this name are looked at, among what was asked to judge a statement. */
export function firstOfCall(name: string): string {
  return `call ${name}`;
}

/**
 * The name a call begins with, `os` of `os.system("ls")`; "" where it begins with something else. And where nothing but
 * names is called, the one behind the last dot.
 */
function calledName(call: Node, source: Source): { readonly first: string; readonly last: string | undefined } {
  const [, first = "", last] = CALLED_NAME.exec(source.slice(call.startIndex, call.endIndex)) ?? [];
  return { first, last };
}

const CALLED_NAME = /^([\p{L}_][\p{L}\p{N}_]*)(?:(?:\.[\p{L}_][\p{L}\p{N}_]*)*\.([\p{L}_][\p{L}\p{N}_]*)\()?/u;

function capture(name: string, node: Node): QueryCapture {
  return { name, node, patternIndex: 0 };
}

/** The names that an import statement binds. */
export function importedNames(statement: Node): string[] {
  const source = statement.childForFieldName("module_name");
  return codeChildren(statement)
    .filter((child) => child.id !== source?.id)
    .map((child) => child.childForFieldName("alias")?.text ?? child.firstNamedChild?.text ?? "");
}
