import type { Node } from "web-tree-sitter";
import { codeChildren, defineRule, expectsFailure, insert, type Match, type Module, quoted, t, unsafeFix } from "#rule";

export default defineRule({
  check(match) {
    const { finding, module } = match;
    // Most of these attributes are called, and need no further look.
    const use = useOf(finding);
    const kind = use && kindOf(match);
    if (!kind || (use !== "nothing" && !(kind.hasResult && isConsumed(use, module)))) return null;
    if (expectsFailure(finding, "builtins.AttributeError", module)) return null;
    const what = use === "nothing" ? t`does nothing` : t`is the method, not what it gives`;
    return { values: { method: finding.text, what } };
  },

  fix(match) {
    const { finding } = match;
    const call = quoted(`${finding.text}()`);
    return unsafeFix(t`Call it: ${call} (it may wait, or raise)`, insert(finding.endIndex, "()"));
  },
});

interface Kind {
  readonly type: RegExp;
  readonly names: RegExp;
  /** It is called for what it gives; the others for what they do, which nobody misses but in a statement. */
  readonly hasResult: boolean;
}

/** Keep their names in `query.scm` too. */
const METHODS: readonly Kind[] = [
  { type: /^concurrent\.futures\.Future$/, names: /^(result|exception)$/, hasResult: true },
  { type: /^threading\.(Thread|Timer)$/, names: /^(start|join)$/, hasResult: false },
  { type: /^multiprocessing\.Process$/, names: /^(start|join|close)$/, hasResult: false },
  { type: /^builtins\.open$/, names: /^(close|read)$/, hasResult: false },
];

function kindOf(match: Match): Kind | undefined {
  const method = match.node("method").text;
  const type = match.module.typeName(match.node("receiver")) ?? "";
  return METHODS.find((kind) => kind.names.test(method) && kind.type.test(type));
}

/** What uses the method itself: its own statement does "nothing" with it, a call of it is none of our business. */
function useOf(method: Node): Node | "nothing" | null {
  const { parent } = method;
  switch (parent?.type) {
    case "expression_statement":
      return codeChildren(parent).length === 1 ? "nothing" : null;
    case "argument_list":
    case "interpolation":
    case "comparison_operator":
    case "not_operator":
      return parent;
    case "if_statement":
    case "elif_clause":
    case "while_statement":
      return parent.childForFieldName("condition")?.id === method.id ? parent : null;
    case "assignment":
      return parent.childForFieldName("right")?.id === method.id ? parent : null;
    default:
      return null;
  }
}

/** Whether a value is looked at rather than kept: printed, formatted, compared, tested. */
function isConsumed(use: Node, module: Module): boolean {
  if (use.type === "argument_list") {
    const callee = use.parent?.childForFieldName("function");
    return callee !== null && callee !== undefined && module.qualifiedName(callee) === "builtins.print";
  }
  return use.type === "assignment" ? isOnlyLookedAt(use, module) : true;
}

/** `answer = future.result`, and then `print(answer)` but never `answer()`. */
function isOnlyLookedAt(assignment: Node, module: Module): boolean {
  const target = assignment.childForFieldName("left");
  const scope = target?.type === "identifier" ? module.lookup(target.text, module.scopeOf(target)) : null;
  if (!target || !scope || module.bindingOf(target) === null) return false;
  const uses = module.references(target.text, scope).filter(({ id }) => id !== target.id);
  return (
    uses.length > 0 &&
    uses.every((reference) => {
      const use = useOf(reference);
      return use !== null && use !== "nothing" && use.type !== "assignment" && isConsumed(use, module);
    })
  );
}
