import type { Node, Tree } from "web-tree-sitter";
import type { Source } from "../source.ts";
import { unparenthesized } from "../syntax/nodes.ts";
import type { Binding } from "./binding.ts";
import { BUILTINS } from "./builtins.ts";
import { enclosingFunction, enclosingMethod } from "./context.ts";
import { bindWalrus } from "./names.ts";
import { outerPlace, Scope, type ScopePlace, scopePlace } from "./scope.ts";
import { typeName } from "./types.ts";

/**
 * The semantic model of one version of one file: what its names mean.
 *
 * Everything is computed when it is first asked for, scope by scope. Answers are null wherever the file alone cannot
 * tell: a name bound in two different ways, a builtin behind a star import, an attribute of something unknown.
 * The order of statements is not considered: a name that is rebound anywhere in its scope is unknown in all of it.
 */
export class Module {
  readonly root: Node;
  readonly source: Source;
  private readonly scopes = new Map<number, Scope>();

  constructor(tree: Tree, source: Source) {
    this.root = tree.rootNode;
    this.source = source;
  }

  /** The scope whose names a node sees first. */
  scopeOf(node: Node): Scope {
    const place = scopePlace(node);
    return place ? this.scopeAt(place) : this.moduleScope;
  }

  get moduleScope(): Scope {
    return this.scopeAt({ kind: "module", node: this.root });
  }

  /** The scope that binds a name as seen from `from`, or null where none does. Rules as in PEP 227 and PEP 3104. */
  lookup(name: string, from: Scope): Scope | null {
    for (let scope: Scope | null = from; scope; scope = scope.parent) {
      // Functions do not see the names of the class they stand in.
      if (scope.kind === "class" && scope !== from) continue;
      if (scope.names.globals.has(name)) return this.moduleScope;
      if (scope.names.nonlocals.has(name)) continue;
      if (scope.names.bindings.has(name)) return scope;
    }
    return null;
  }

  /** All bindings of the name an identifier stands for; empty where no scope of the file binds it. */
  bindingsOf(identifier: Node): readonly Binding[] {
    const name = identifier.text;
    return this.lookup(name, this.scopeOf(identifier))?.bindings(name) ?? [];
  }

  /** The only binding of an identifier's name, or null where there is none or more than one. */
  bindingOf(identifier: Node): Binding | null {
    const bindings = this.bindingsOf(identifier).filter((binding) => binding.kind !== "deleted");
    return bindings.length === 1 ? (bindings[0] ?? null) : null;
  }

  /** What an expression refers to, by its full name: `threading.Thread`, `builtins.eval`. */
  qualifiedName(node: Node): string | null {
    return this.resolve(node, 0);
  }

  /** The qualified class, or callable, that made an expression's value, where the file shows it: see `types.ts`. */
  typeName(node: Node): string | null {
    return typeName(this, node);
  }

  /** The function or class of this file that an expression names: `f`, `C`, `self.method`, a lambda itself. */
  definitionOf(node: Node): Node | null {
    const expression = unparenthesized(node);
    if (expression.type === "lambda") return expression;
    if (expression.type === "identifier") {
      const binding = this.bindingOf(expression);
      if (binding?.kind === "function" || binding?.kind === "class") return binding.value;
      return binding?.value?.type === "lambda" ? binding.value : null;
    }
    return expression.type === "attribute" ? this.methodOf(expression) : null;
  }

  /** Every identifier that refers to the same binding scope as `name` seen from `scope`, in the order of the text. */
  references(name: string, scope: Scope): Node[] {
    const found: Node[] = [];
    const word = new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "gu");
    word.lastIndex = scope.node.startIndex;
    const end = scope.node.endIndex;
    for (let match = word.exec(this.source.text); match && match.index < end; match = word.exec(this.source.text)) {
      const node = this.root.descendantForIndex(match.index, match.index + name.length);
      if (node?.type !== "identifier" || isNameOfPart(node)) continue;
      if (this.lookup(name, this.scopeOf(node)) === scope) found.push(node);
    }
    return found;
  }

  private resolve(node: Node, depth: number): string | null {
    // A chain of aliases may turn in a circle: `a = b; b = a`.
    if (depth > 8) return null;
    const expression = unparenthesized(node);
    if (expression.type === "attribute") {
      const object = expression.childForFieldName("object");
      const attribute = expression.childForFieldName("attribute");
      const owner = object && this.resolve(object, depth + 1);
      return owner && attribute ? `${owner}.${attribute.text}` : null;
    }
    if (expression.type !== "identifier" || isNameOfPart(expression)) return null;
    const name = expression.text;
    const scope = this.lookup(name, this.scopeOf(expression));
    if (!scope) return BUILTINS.has(name) && !this.moduleScope.names.hasStarImport ? `builtins.${name}` : null;
    return this.meaning(scope.bindings(name), depth);
  }

  private meaning(bindings: readonly Binding[], depth: number): string | null {
    let meaning: string | null = null;
    for (const binding of bindings) {
      if (binding.kind === "deleted" || isMissingImport(binding)) continue;
      const value = binding.kind === "assignment" ? binding.value : null;
      const one = binding.imported ?? (value && this.resolve(value, depth + 1));
      if (!one || (meaning && meaning !== one)) return null;
      meaning = one;
    }
    return meaning;
  }

  private methodOf(attribute: Node): Node | null {
    const object = attribute.childForFieldName("object");
    const name = attribute.childForFieldName("attribute")?.text;
    const place = enclosingMethod(attribute);
    if (!place || !name || object?.type !== "identifier") return null;
    const first = place.method.childForFieldName("parameters")?.firstNamedChild;
    if (first?.type !== "identifier" || first.text !== object.text) return null;
    const body = place.owner.childForFieldName("body");
    const bindings = body ? this.scopeAt({ kind: "class", node: place.owner }).bindings(name) : [];
    const only = bindings.length === 1 ? bindings[0] : undefined;
    return only?.kind === "function" ? only.value : null;
  }

  private scopeAt(place: ScopePlace): Scope {
    const known = this.scopes.get(place.node.id);
    if (known) return known;
    const outer = outerPlace(place);
    const scope = new Scope(place.kind, place.node, outer && this.scopeAt(outer));
    this.scopes.set(place.node.id, scope);
    this.completeNames(scope);
    return scope;
  }

  /** Adds what a scope's own statements do not show. Both searches are made only where the text has the word. */
  private completeNames(scope: Scope): void {
    if (scope.kind === "comprehension" || scope.kind === "type parameters") return;
    const text = this.source.text.slice(scope.node.startIndex, scope.node.endIndex);
    if (text.includes(":=")) {
      for (const walrus of scope.node.descendantsOfType("named_expression")) {
        if (walrus && walrusPlace(walrus)?.node.id === scope.node.id) bindWalrus(scope.names, walrus);
      }
    }
    const word = scope.kind === "module" ? "global" : "nonlocal";
    if (scope.kind === "lambda" || scope.kind === "class" || !text.includes(`${word} `)) return;
    for (const statement of scope.node.descendantsOfType(`${word}_statement`)) {
      const inner = statement && enclosingFunction(statement);
      if (!inner || inner.id === scope.node.id) continue;
      const names = this.scopeAt({ kind: "function", node: inner }).names;
      for (const target of statement.namedChildren) {
        if (!target || !names.bindings.has(target.text)) continue;
        // For `nonlocal` this also marks scopes further out that the name does not reach: unknown is always safe.
        scope.names.bind({
          name: target.text,
          kind: "elsewhere",
          target,
          value: null,
          annotation: null,
          imported: null,
        });
      }
    }
  }
}

/** An identifier that names a part of something and refers to no variable: `x.part`, `f(part=1)`. */
function isNameOfPart(identifier: Node): boolean {
  const parent = identifier.parent;
  if (parent?.type === "attribute") return parent.childForFieldName("attribute")?.id === identifier.id;
  if (parent?.type === "keyword_argument") return parent.childForFieldName("name")?.id === identifier.id;
  return parent?.type === "keyword_pattern" && parent.firstNamedChild?.id === identifier.id;
}

/** `x = None` in the handler of an ImportError says that the import above it may be missing, not what it means. */
function isMissingImport(binding: Binding): boolean {
  if (binding.kind !== "assignment" || binding.value?.type !== "none") return false;
  for (let node = binding.target.parent; node; node = node.parent) {
    if (node.type === "except_clause")
      return /\b(ImportError|ModuleNotFoundError)\b/.test(node.text.split(":")[0] ?? "");
    if (node.type === "block" && node.parent?.type !== "except_clause") return false;
  }
  return false;
}

/** A walrus binds outside all comprehensions around it (PEP 572). */
function walrusPlace(walrus: Node): ScopePlace | null {
  let place = scopePlace(walrus);
  while (place?.kind === "comprehension") place = scopePlace(place.node);
  return place;
}
