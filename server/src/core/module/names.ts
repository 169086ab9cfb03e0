import type { Node } from "web-tree-sitter";
import { codeChildren } from "../syntax/nodes.ts";
import { type BindingKind, Names } from "./binding.ts";

/**
 * Collects what one scope binds. Only statements of the scope itself are visited: bodies of nested functions and
 * classes are not entered, nor are expressions, which can bind nothing but `:=` (see `bindWalrus`).
 * The rules are those of "Naming and binding" in the Language Reference.
 */
export function collectNames(scope: Node): Names {
  const collector = new Collector();
  switch (scope.type) {
    case "function_definition":
    case "lambda": {
      const parameters = scope.childForFieldName("parameters");
      if (parameters) collector.parameters(parameters);
      const body = scope.childForFieldName("body");
      if (body && scope.type === "function_definition") collector.statements(body);
      break;
    }
    case "class_definition": {
      const body = scope.childForFieldName("body");
      if (body) collector.statements(body);
      break;
    }
    default:
      // A comprehension: only its targets.
      for (const clause of scope.namedChildren) {
        if (clause?.type === "for_in_clause") collector.target(clause.childForFieldName("left"), "loop");
      }
  }
  return collector.names;
}

/** Collects what one statement of a scope binds in it. */
export function collectStatement(statement: Node): Names {
  const collector = new Collector();
  collector.statement(statement);
  return collector.names;
}

/** The names of `[T: int, *Ts, **P]`, which are visible in the whole definition behind them. */
export function collectTypeParameters(list: Node): Names {
  const collector = new Collector();
  for (const parameter of codeChildren(list)) {
    // The grammar does not know the defaults of PEP 696.
    if (parameter.isError) continue;
    let node: Node | null = parameter;
    while (node && node.type !== "identifier") node = node.firstNamedChild;
    collector.target(node, "type");
  }
  return collector.names;
}

/** `name := value` binds in the scope around any comprehensions it stands in. */
export function bindWalrus(names: Names, expression: Node): void {
  const target = expression.childForFieldName("name");
  const value = expression.childForFieldName("value");
  if (target) names.bind({ name: target.text, kind: "assignment", target, value, annotation: null, imported: null });
}

class Collector {
  readonly names = new Names();

  statements(block: Node): void {
    for (const child of block.namedChildren) if (child) this.statement(child);
  }

  parameters(list: Node): void {
    for (const parameter of codeChildren(list)) {
      const annotation = parameter.childForFieldName("type");
      let node: Node | null = parameter;
      if (node.type === "default_parameter" || node.type === "typed_default_parameter") {
        node = node.childForFieldName("name");
      } else if (node.type === "typed_parameter") node = node.firstNamedChild;
      if (!node) continue;
      // `*args: T` is a tuple of T, so the annotation says nothing of the name itself.
      const isSplat = node.type.endsWith("splat_pattern");
      this.target(node, "parameter", null, isSplat ? null : annotation);
    }
  }

  /** Binds every identifier of a target; a lone identifier also takes the value and the annotation. */
  target(node: Node | null, kind: BindingKind, value: Node | null = null, annotation: Node | null = null): void {
    if (node?.type === "identifier") {
      this.names.bind({ name: node.text, kind, target: node, value, annotation, imported: null });
    } else if (node?.type === "as_pattern_target") this.target(node.firstNamedChild, kind, value, annotation);
    else if (node && SEVERAL.has(node.type)) {
      // Brackets may nest deeper than calls can. Attributes and subscripts bind no name.
      const left = [...codeChildren(node)].reverse();
      for (let next = left.pop(); next; next = left.pop()) {
        if (SEVERAL.has(next.type)) left.push(...[...codeChildren(next)].reverse());
        else this.target(next, kind);
      }
    }
  }

  statement(node: Node): void {
    switch (node.type) {
      case "expression_statement":
        for (const child of codeChildren(node)) this.assignment(child);
        break;
      case "import_statement":
      case "import_from_statement":
        this.imports(node);
        break;
      case "function_definition":
        this.target(node.childForFieldName("name"), "function", node);
        break;
      case "class_definition":
        this.target(node.childForFieldName("name"), "class", node);
        break;
      case "decorated_definition": {
        const definition = node.childForFieldName("definition");
        if (definition) this.statement(definition);
        break;
      }
      case "delete_statement":
        for (const child of codeChildren(node)) this.target(child, "deleted");
        break;
      case "global_statement":
        for (const name of codeChildren(node)) this.names.globals.add(name.text);
        break;
      case "nonlocal_statement":
        for (const name of codeChildren(node)) this.names.nonlocals.add(name.text);
        break;
      case "type_alias_statement":
        this.typeAlias(node);
        break;
      case "for_statement":
        this.target(node.childForFieldName("left"), "loop");
        this.statements(node);
        break;
      case "with_statement":
        this.withItems(node);
        this.statements(node);
        break;
      case "except_clause":
        this.asTarget(node.childForFieldName("value"), "except");
        this.statements(node);
        break;
      case "case_clause":
        for (const child of node.namedChildren) if (child?.type === "case_pattern") this.casePattern(child);
        this.statements(node);
        break;
      case "block":
      case "if_statement":
      case "elif_clause":
      case "else_clause":
      case "while_statement":
      case "try_statement":
      case "finally_clause":
      case "match_statement":
      case "ERROR":
        this.statements(node);
        break;
    }
  }

  private assignment(node: Node): void {
    if (node.type === "augmented_assignment") this.target(node.childForFieldName("left"), "augmented");
    if (node.type !== "assignment") return;
    // In `a = b = v` the right side of `a` is the assignment `b = v`.
    const parts: Node[] = [];
    let value: Node | null = node;
    for (; value?.type === "assignment"; value = value.childForFieldName("right")) parts.push(value);
    for (const part of parts) {
      this.target(part.childForFieldName("left"), "assignment", value, part.childForFieldName("type"));
    }
  }

  private imports(node: Node): void {
    const source = node.childForFieldName("module_name");
    const prefix = source ? `${source.text.replace(/\s/g, "")}${source.text.endsWith(".") ? "" : "."}` : "";
    for (const child of codeChildren(node)) {
      if (child.id === source?.id) continue;
      if (child.type === "wildcard_import") this.names.hasStarImport = true;
      else if (child.type === "aliased_import") {
        const name = child.childForFieldName("name")?.text ?? "";
        this.bindImport(child.childForFieldName("alias"), prefix + name);
      } else if (child.type === "dotted_name") {
        const first = child.firstNamedChild;
        // `import a.b` binds `a`; `from m import b` binds `b`.
        this.bindImport(first, source ? prefix + child.text : (first?.text ?? ""));
      }
    }
  }

  private bindImport(target: Node | null, imported: string): void {
    if (!target) return;
    this.names.bind({ name: target.text, kind: "import", target, value: null, annotation: null, imported });
  }

  private typeAlias(node: Node): void {
    let name = node.childForFieldName("left");
    while (name && name.type !== "identifier") name = name.firstNamedChild;
    this.target(name, "type");
  }

  private withItems(node: Node): void {
    for (const clause of node.namedChildren) {
      if (clause?.type !== "with_clause") continue;
      for (const item of clause.namedChildren) this.asTarget(item?.childForFieldName("value") ?? null, "with");
    }
  }

  /** `value as target`, also inside the parentheses that may stand around several. */
  private asTarget(node: Node | null, kind: BindingKind): void {
    if (!node) return;
    if (node.type === "parenthesized_expression" || node.type === "tuple") {
      for (const child of codeChildren(node)) this.asTarget(child, kind);
    } else if (node.type === "as_pattern") {
      this.target(node.childForFieldName("alias"), kind, node.firstNamedChild);
    }
  }

  /** A bare name in a pattern captures; a dotted one, and the class of a class pattern, is only read. */
  private casePattern(node: Node): void {
    for (const child of codeChildren(node)) {
      if (child.type === "dotted_name") {
        if (child.namedChildCount === 1) this.target(child.firstNamedChild, "pattern");
      } else if (child.type === "as_pattern") {
        this.casePattern(child);
        const alias = child.lastNamedChild;
        if (alias?.type === "identifier") this.target(alias, "pattern");
      } else if (child.type === "class_pattern") {
        for (const part of codeChildren(child)) if (part.type === "case_pattern") this.casePattern(part);
      } else if (child.type === "keyword_pattern") {
        const value = child.lastNamedChild;
        if (value?.type === "dotted_name" && value.namedChildCount === 1) {
          this.target(value.firstNamedChild, "pattern");
        } else this.casePattern(child);
      } else if (child.type === "splat_pattern") this.target(child.firstNamedChild, "pattern");
      else this.casePattern(child);
    }
  }
}

/** Targets that consist of others. */
const SEVERAL: ReadonlySet<string> = new Set([
  "pattern_list",
  "tuple_pattern",
  "list_pattern",
  "list_splat_pattern",
  "dictionary_splat_pattern",
  "tuple",
  "list",
  "expression_list",
  "parenthesized_expression",
  "list_splat",
]);
