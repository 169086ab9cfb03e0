import type { Node } from "web-tree-sitter";
import {
  ancestors,
  codeChildren,
  comparedBy,
  defineRule,
  type Match,
  type Module,
  MUTABLE_DISPLAYS,
  replace,
  safeFix,
  t,
  unparenthesized,
  unsafeFix,
} from "#rule";

/** Methods and functions of query builders, in whose arguments `== None` builds an expression and compares nothing. */
const QUERY_BUILDERS: ReadonlySet<string> = new Set(
  `where filter filter_by having order_by on join outerjoin select_from case when and_ or_ not_ exists any_ has any
  one_of select update delete`.split(/\s+/),
);

/** Values whose `==` compares element by element, or builds an expression. */
const ELEMENTWISE = /^(pandas|numpy|polars|dask|xarray|sqlalchemy|sqlmodel|peewee|pyspark)\b/;

/** Classes whose objects know no query and equal None never; what `getattr` or `next` gives may be anything. */
const PLAIN: ReadonlySet<string> = new Set(
  "int float complex bool str bytes bytearray list tuple dict set frozenset range"
    .split(" ")
    .map((one) => `builtins.${one}`),
);

/** `is` with one of these is a mistake of its own. */
const LITERALS: ReadonlySet<string> = new Set([
  ...["integer", "float", "string", "concatenated_string", "tuple", "unary_operator"],
  ...MUTABLE_DISPLAYS,
]);

export default defineRule({
  check(match) {
    const compared = comparedBy(match.node("operator"));
    if (!compared) return null;
    const { left, right } = compared;
    if (left.type !== "none" && right.type !== "none") return null;
    const other = left.type === "none" ? right : left;
    if (isMeant(match) || isInQuery(match) || isElementwise(match, other)) return null;
    const operator = match.node("operator").type;
    return {
      at: { start: left.startIndex, end: right.endIndex },
      values: { operator, better: operator === "==" ? "is" : "is not" },
    };
  },

  fix(match) {
    const compared = comparedBy(match.node("operator"));
    if (!compared || codeChildren(match.finding).length > 2) return null;
    const { left, right } = compared;
    const better = match.node("operator").type === "==" ? "is" : "is not";
    const other = left.type === "none" ? right : left;
    if (LITERALS.has(unparenthesized(other).type)) return null;
    const title = t`Compare with \`${better} None\``;
    const operator = replace(match.node("operator"), spaced(match, better));
    const edits =
      left.type === "none" && right.type !== "none"
        ? [replace(left, other.text), operator, replace(right, "None")]
        : [operator];
    const isPlain = PLAIN.has(match.module.typeName(other) ?? "") || other.type === "none";
    return isPlain
      ? safeFix(title, ...edits)
      : unsafeFix(t`${title} (an object with its own \`__eq__\` may have answered otherwise)`, ...edits);
  },
});

/** Signs need no space around them, and words do: `x==None`. */
function spaced(match: Match, word: string): string {
  const { startIndex, endIndex } = match.node("operator");
  const needsSpace = (neighbour: string) => (/\s/.test(neighbour) ? "" : " ");
  const { source } = match;
  return needsSpace(source.slice(startIndex - 1, startIndex)) + word + needsSpace(source.slice(endIndex, endIndex + 1));
}

/** How many characters behind the comparison a comment on it may reach; a line may be as long as a file. */
const REACH = 300;

/** A comment on the line that speaks of None shows that the author knew. */
function isMeant({ source, finding }: Match): boolean {
  const behind = source.slice(finding.endIndex, finding.endIndex + REACH).split(/[\r\n]/)[0] ?? "";
  return /#.*\bNone\b/.test(behind);
}

function isInQuery({ finding, module }: Match): boolean {
  for (const ancestor of ancestors(finding)) {
    if (ancestor.type === "block" || ancestor.type === "lambda") return false;
    const callee = ancestor.type === "call" ? ancestor.childForFieldName("function") : null;
    const name = callee?.type === "attribute" ? callee.childForFieldName("attribute")?.text : callee?.text;
    if (name && callee && QUERY_BUILDERS.has(name) && !isBuiltin(callee, module)) return true;
  }
  return false;
}

/** `any(...)` and `", ".join(...)` build no query. */
function isBuiltin(callee: Node, module: Module): boolean {
  const object = callee.childForFieldName("object");
  if (object) return PLAIN.has(module.typeName(object) ?? "");
  return module.qualifiedName(callee)?.startsWith("builtins.") ?? false;
}

/** A data frame, an array or a mapped class, or a part of one: `df["a"]`, `User.name`. */
function isElementwise({ module }: Match, node: Node): boolean {
  let expression: Node | null = unparenthesized(node);
  while (expression) {
    const name: string | null = module.typeName(expression) ?? module.qualifiedName(expression);
    if (name && ELEMENTWISE.test(name)) return true;
    if (expression.type !== "subscript" && expression.type !== "attribute" && expression.type !== "call") return false;
    expression =
      expression.childForFieldName("value") ??
      expression.childForFieldName("object") ??
      expression.childForFieldName("function");
  }
  return false;
}
