import type { Node, Tree } from "web-tree-sitter";
import type { Source } from "../source.ts";
import { contains, enclosing, parentOf, unparenthesized } from "../syntax/nodes.ts";
import { ANY, CONDITIONALS, definitionsOf, IMPORTS, MENTIONS, note, noteOfClass, ofClass } from "./asked.ts";
import { type AttributeBinding, type AttributeTable, readAttributes } from "./attributes.ts";
import type { Binding } from "./binding.ts";
import { BUILTINS } from "./builtins.ts";
import { enclosingMethod, isDecoratedWith } from "./context.ts";
import { ModuleScope } from "./moduleScope.ts";
import { bindWalrus } from "./names.ts";
import { ClassScope, outerPlace, Scope, type ScopePlace, scopePlace } from "./scope.ts";
import { type Earlier, handedOver, type Stretch } from "./stretch.ts";
import { typeName } from "./types.ts";
import { type BoundNames, boundNames, type ImportedName, walrusPlace } from "./unitNames.ts";
import { align, headLength, isConditional, isImport, type Unit, unitsOf } from "./units.ts";
import { wordsIn } from "./words.ts";

/** What one version of a file leaves to the next: no nodes, so it outlives its tree. */
export interface ModuleHistory {
  readonly units: readonly Unit[];
  readonly names: readonly BoundNames[];
  readonly text: string;
  /** The parser could make nothing of the file as a whole. */
  readonly isBroken: boolean;
}

interface Top {
  readonly scope: ModuleScope;
  readonly history: ModuleHistory;
  /** Which units they were in the earlier version that is known. */
  readonly from: readonly number[];
}

/**
 * The semantic model of one version of one file: what its names mean.
 *
 * Everything is computed when it is first asked for, scope by scope. Answers are null wherever the file alone cannot
 * tell: a name bound in two different ways, a builtin behind a star import, an attribute of something unknown.
 * The order of statements is not considered: a name that is rebound anywhere in its scope is unknown in all of it.
 * The one exception is `except ... as e`, which Python unbinds where the handler ends.
 */
export class Module {
  readonly source: Source;
  /** Whether the parser found something in the file that is not Python. */
  readonly hasErrors: boolean;
  private readonly tree: Node;
  private readonly before: Earlier<ModuleHistory> | undefined;
  private readonly scopes = new Map<number, Scope>();
  private readonly attributes = new Map<number, AttributeTable>();
  /** What is asked for often, and found by a walk over all units. */
  private readonly known: {
    imports?: ImportedName[];
    importStatements?: Node[];
    conditionals?: Node[];
    functions?: Set<string>;
  } = {};
  private top: Top | undefined;

  /** `before` is what an earlier version left; names that its statements share with this one are not read again. */
  constructor(tree: Tree, source: Source, before?: Earlier<ModuleHistory>) {
    this.tree = tree.rootNode;
    this.hasErrors = this.tree.hasError;
    this.source = source;
    this.before = before;
  }

  /** The whole tree. What a rule says after it looked there holds for this version only. */
  get root(): Node {
    note(ANY);
    return this.tree;
  }

  /** The whole text. What a rule says after it looked there holds for this version only. */
  get text(): string {
    note(ANY);
    return this.source.text;
  }

  /** The whole text, for somebody who looks for nothing but these words in it. */
  textWith(...words: readonly string[]): string {
    for (const word of words) note(MENTIONS + word);
    return this.source.text;
  }

  /** Whether a function of this name is defined anywhere in the file, as a method or inside of another function too. */
  definesFunction(name: string, kind: "async def" | "any" = "any"): boolean {
    note(definitionsOf(name));
    this.known.functions ??= new Set(this.units.names.flatMap(({ functions }) => functions));
    return this.known.functions.has(`async ${name}`) || (kind === "any" && this.known.functions.has(name));
  }

  /** The text in front of a node. */
  textBefore(node: Node): string {
    note(ANY);
    return this.source.text.slice(0, node.startIndex);
  }

  /** A line number to be shown, from 1. */
  lineOf(node: Node): number {
    note(ANY);
    return this.source.lineAt(node.startIndex) + 1;
  }

  /** The names that imports bind in the module, in the order of the text. */
  get imports(): readonly ImportedName[] {
    note(IMPORTS);
    this.known.imports ??= this.units.names.flatMap((names) => names.imports);
    return this.known.imports;
  }

  /** The statements of the module that import. */
  get importStatements(): readonly Node[] {
    note(IMPORTS);
    this.known.importStatements ??= this.units.units.flatMap((unit) => (unit.node && isImport(unit) ? unit.node : []));
    return this.known.importStatements;
  }

  /** Comments, docstring and imports at the top of the file, up to the first other statement. */
  get head(): readonly Node[] {
    note(IMPORTS);
    const { units } = this.units;
    return units.slice(0, headLength(units)).flatMap(({ node }) => node ?? []);
  }

  /** The `if` statements of the module itself, in the order of the text. */
  get conditionals(): readonly Node[] {
    note(CONDITIONALS);
    this.known.conditionals ??= this.units.units.flatMap((unit) => (unit.node && isConditional(unit) ? unit.node : []));
    return this.known.conditionals;
  }

  /** What the version after an edit may take over: this one's, once somebody asked for it, or still an earlier one's. */
  handOver(edit: Stretch): Earlier<ModuleHistory> | undefined {
    return handedOver(this.top?.history, this.before, edit);
  }

  /** The statements of the module, and what each binds. */
  get units(): ModuleHistory {
    return this.readTop().history;
  }

  /** For each statement which one of an earlier version it is, or -1 where it is new or changed. */
  unitsSince({ left, edited }: Earlier<ModuleHistory>): readonly number[] {
    const { history, from } = this.readTop();
    if (this.before?.left === left) return from;
    return align(left.units, history.units, edited, this.source);
  }

  /** The scope whose names a node sees first. */
  scopeOf(node: Node): Scope {
    const place = scopePlace(node);
    return place ? this.scopeAt(place) : this.moduleScope;
  }

  get moduleScope(): ModuleScope {
    return this.readTop().scope;
  }

  /** The scope of a class's body. */
  classScope(definition: Node): Scope {
    return this.scopeAt({ kind: "class", node: definition });
  }

  /** What the methods of a class set on `self` by this path: `x`, `x.y`. */
  attributeBindings(definition: Node, path: string): readonly AttributeBinding[] {
    noteOfClass(definition, ofClass.self, (name) => ofClass.self(name, path));
    let table = this.attributes.get(definition.id);
    if (!table) {
      table = readAttributes(definition);
      this.attributes.set(definition.id, table);
    }
    return table.get(path) ?? [];
  }

  /** The scope that binds a name as seen from `from`, or null where none does. Rules as in PEP 227 and PEP 3104. */
  lookup(name: string, from: Scope): Scope | null {
    let isInside = false;
    for (let scope: Scope | null = from; scope; scope = scope.parent) {
      if (scope.kind === "module") return scope.binds(name) ? scope : null;
      // Functions do not see the names of the class they stand in; type parameters and what they enclose do (PEP 695).
      if (scope.kind === "class" && isInside) continue;
      isInside ||= scope.kind !== "type parameters";
      const declared = scope.declared(name);
      if (declared === "global") return this.moduleScope;
      if (declared === "nonlocal") continue;
      if (scope.binds(name)) return scope;
    }
    return null;
  }

  /** The bindings an identifier may stand for; empty where no scope of the file binds its name. */
  bindingsOf(identifier: Node): readonly Binding[] {
    const own = this.scopeOf(identifier);
    const scope = this.lookup(identifier.text, own);
    return scope ? bindingsSeen(identifier, own, scope) : [];
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
    const definition = this.definitionNamed(node);
    if (definition?.type === "class_definition") noteOfClass(definition, ofClass.all);
    return definition;
  }

  /** The same, for somebody who does not look into the body of a class. */
  definitionNamed(node: Node): Node | null {
    const expression = unparenthesized(node);
    if (expression.type === "lambda") return expression;
    if (expression.type === "identifier") {
      const binding = this.bindingOf(expression);
      if (binding?.kind === "function" || binding?.kind === "class") return binding.value;
      return binding?.value?.type === "lambda" ? binding.value : null;
    }
    return expression.type === "attribute" ? this.methodOf(expression) : null;
  }

  /** Every identifier of this name in the file, in the order of the text. */
  identifiers(name: string): Generator<Node> {
    note(MENTIONS + name);
    return this.identifiersIn(this.tree, name);
  }

  /** The same in a node. Who asks what stands in other statements of the file notes that. */
  private *identifiersIn(within: Node, name: string): Generator<Node> {
    for (const offset of wordsIn(this.source.text, name, within.startIndex, within.endIndex)) {
      const node = this.tree.descendantForIndex(offset, offset + name.length);
      if (node?.type === "identifier" && node.startIndex === offset) yield node;
    }
  }

  /** Every identifier that refers to the same binding scope as `name` seen from `scope`, in the order of the text. */
  references(name: string, scope: Scope): Node[] {
    const found: Node[] = [];
    // All that a function binds stands in one statement of the file; the module and a class are made of many.
    if (scope.kind === "module" || scope.kind === "class") note(MENTIONS + name);
    for (const node of this.identifiersIn(scope.node, name)) {
      if (isNameOfPart(node) || isImportPath(node)) continue;
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
    const own = this.scopeOf(expression);
    const scope = this.lookup(name, own);
    if (scope) return this.meaning(bindingsSeen(expression, own, scope), depth);
    return BUILTINS.has(name) && !this.moduleScope.hasStarImport ? `builtins.${name}` : null;
  }

  private meaning(bindings: readonly Binding[], depth: number): string | null {
    let meaning: string | null = null;
    for (const binding of bindings) {
      if (binding.kind === "deleted" || isDeclaration(binding) || isMissingImport(binding, bindings)) continue;
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
    // A function inside the method may have a `self` of its own, and the method may bind its own anew.
    const isItsOwn = this.lookup(object.text, this.scopeOf(object))?.node.id === place.method.id;
    if (!isItsOwn || this.bindingOf(object)?.kind !== "parameter") return null;
    if (isDecoratedWith(place.method, "builtins.staticmethod", this)) return null;
    const bindings = this.classScope(place.owner).bindings(name);
    const only = bindings.length === 1 ? bindings[0] : undefined;
    return only?.kind === "function" ? only.value : null;
  }

  private readTop() {
    if (this.top) return this.top;
    const { tree, source, before } = this;
    const units = unitsOf(tree, source.text.length);
    const from = before ? align(before.left.units, units, before.edited, source) : [];
    const known = (index: number) => before?.left.names[from[index] ?? -1];
    const names = units.map((unit, index) => known(index) ?? boundNames(unit, source, before !== undefined));
    this.top = {
      scope: new ModuleScope(tree, source, { units, names }),
      history: { units, names, text: source.text, isBroken: tree.isError },
      from,
    };
    return this.top;
  }

  private scopeAt(place: ScopePlace): Scope {
    if (place.kind === "module") return this.moduleScope;
    const known = this.scopes.get(place.node.id);
    if (known) return known;
    const outer = outerPlace(place);
    const parent = outer && this.scopeAt(outer);
    const scope =
      place.kind === "class" ? new ClassScope(place.node, parent) : new Scope(place.kind, place.node, parent);
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
    if (scope.kind !== "function" || !text.includes("nonlocal ")) return;
    for (const statement of scope.node.descendantsOfType("nonlocal_statement")) {
      const inner = statement && this.scopeOf(statement);
      if (!inner || inner === scope) continue;
      for (const target of statement.namedChildren) {
        if (target) this.bindElsewhere(scope, inner, target);
      }
    }
  }

  /** What `inner` binds under a name it declared is bound in `scope`. */
  private bindElsewhere(scope: Scope, inner: Scope, target: Node): void {
    const name = target.text;
    // This also reaches scopes further out that bind the name, too: unknown is always safe.
    if (!scope.binds(name)) return;
    for (const { imported } of inner.bindings(name)) {
      scope.names.bind({ name, kind: "elsewhere", target, value: null, annotation: null, imported });
    }
  }
}

/** An identifier that names a part of something and refers to no variable: `x.part`, `f(part=1)`. */
function isNameOfPart(identifier: Node): boolean {
  const parent = parentOf(identifier);
  if (parent?.type === "attribute") return parent.childForFieldName("attribute")?.id === identifier.id;
  if (parent?.type === "keyword_argument") return parent.childForFieldName("name")?.id === identifier.id;
  return parent?.type === "keyword_pattern" && parent.firstNamedChild?.id === identifier.id;
}

/** The parts of an import that say what is imported and bind nothing: `from part import x`, `import x.part`, `part as x`. */
function isImportPath(identifier: Node): boolean {
  const path = parentOf(identifier);
  if (path?.type !== "dotted_name" && path?.type !== "relative_import") return false;
  if (path.type === "relative_import" || path.firstNamedChild?.id !== identifier.id) return true;
  const owner = parentOf(path);
  if (owner?.type === "aliased_import" || owner?.type === "relative_import") return true;
  return owner?.type === "import_from_statement" && owner.childForFieldName("module_name")?.id === path.id;
}

/** What a scope binds to a name, as far as it can reach an identifier that sees the names of `own` first. */
function bindingsSeen(identifier: Node, own: Scope, scope: Scope): readonly Binding[] {
  const bindings = scope.bindings(identifier.text);
  return scope === own ? reaching(bindings, identifier) : bindings;
}

/** The bindings that can reach a place of their own scope: that of a handler's exception is gone when the handler ends. */
function reaching(bindings: readonly Binding[], place: Node): readonly Binding[] {
  if (!bindings.some(({ kind }) => kind === "except")) return bindings;
  const handlers = bindings.map((binding) => (binding.kind === "except" ? enclosing(binding.target, HANDLER) : null));
  const around = handlers.findLast((handler) => handler && contains(handler, place));
  return bindings.filter((binding, index) => (around ? contains(around, binding.target) : !handlers[index]));
}

/** `x: T` without a value. */
function isDeclaration({ kind, value, annotation }: Binding): boolean {
  return kind === "assignment" && !value && annotation !== null;
}

/** `x = None` in a handler of the `try` that imports `x` says that it may be missing, not what it means. */
function isMissingImport(binding: Binding, all: readonly Binding[]): boolean {
  if (binding.kind !== "assignment" || binding.value?.type !== "none") return false;
  const attempt = enclosing(binding.target, HANDLER)?.parent;
  const body = attempt?.childForFieldName("body");
  return body !== null && body !== undefined && all.some((one) => one.imported && contains(body, one.target));
}

const HANDLER: ReadonlySet<string> = new Set(["except_clause"]);
