import type { Node, Tree } from "web-tree-sitter";
import type { Source } from "../source.ts";
import { unparenthesized } from "../syntax/nodes.ts";
import { ANY, CONDITIONALS, definitionsOf, IMPORTS, LINES, MENTIONS, note, noteOfClass, ofClass } from "./asked.ts";
import { type AttributeBinding, type AttributeTable, readAttributes } from "./attributes.ts";
import type { Binding } from "./binding.ts";
import { enclosingMethod, isDecoratedWith } from "./context.ts";
import { isImportPath, isNameOfPart } from "./identifiers.ts";
import { ModuleScope } from "./moduleScope.ts";
import { NameTable } from "./nameTable.ts";
import { qualifiedName } from "./qualifiedName.ts";
import { bindingsSeen } from "./reaching.ts";
import { type UnitList, UnitReader } from "./readUnits.ts";
import type { Scope } from "./scope.ts";
import { Scopes } from "./scopes.ts";
import { type Earlier, handedOver, type Stretch } from "./stretch.ts";
import { typeName } from "./types.ts";
import { boundNames, type ImportedName } from "./unitNames.ts";
import { align, headLength, isConditional, isImport, type Unit } from "./units.ts";
import { wordsIn } from "./words.ts";

/** What one version of a file leaves to the next: no nodes, so it outlives its tree. */
export interface ModuleHistory extends UnitList {
  readonly names: NameTable;
  readonly source: Source;
  /** The parser could make nothing of the file as a whole. */
  readonly isBroken: boolean;
}

interface Top {
  readonly reader: UnitReader;
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
  private readonly scopes: Scopes;
  private readonly attributes = new Map<number, AttributeTable>();
  /** What is asked for often, and found by a walk over all units. */
  private readonly known: {
    importStatements?: Node[];
    conditionals?: Node[];
  } = {};
  private top: Top | undefined;

  /** `before` is what an earlier version left; names that its statements share with this one are not read again. */
  constructor(tree: Tree, source: Source, before?: Earlier<ModuleHistory>) {
    this.tree = tree.rootNode;
    this.hasErrors = this.tree.hasError;
    this.source = source;
    this.before = before;
    this.scopes = new Scopes(source, () => this.moduleScope);
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

  /** The whole text, for somebody who looks for nothing but these words in it, and what is beside them in their line. */
  textWith(...words: readonly string[]): string {
    for (const word of words) note(LINES + word);
    return this.source.text;
  }

  /**
   * Whether a function of this name is defined anywhere in the file, as a method or inside of another function too: with
   * `async def`, or with a `yield` in the statement of the file that it stands in.
   */
  definesFunction(name: string, kind: "async" | "yield"): boolean {
    note(definitionsOf(name));
    return this.history.names.functions.has(`${kind} ${name}`);
  }

  /** The text in front of a node. */
  textBefore(node: Node): string {
    note(ANY);
    return this.source.slice(0, node.startIndex);
  }

  /** A line number to be shown, from 1. */
  lineOf(node: Node): number {
    note(ANY);
    return this.source.lineAt(node.startIndex) + 1;
  }

  /** The names that imports bind in the module, in the order of the text. */
  get imports(): readonly ImportedName[] {
    note(IMPORTS);
    return this.history.names.imports;
  }

  /** The statements of the module that import. */
  get importStatements(): readonly Node[] {
    note(IMPORTS);
    this.known.importStatements ??= this.nodesOf(isImport);
    return this.known.importStatements;
  }

  /** Comments, docstring and imports at the top of the file, up to the first other statement. */
  get head(): readonly Node[] {
    note(IMPORTS);
    const length = headLength(this.history.units);
    return this.nodesOf((_, index) => index < length);
  }

  /** The `if` and `assert` statements of the module itself, in the order of the text. */
  get conditionals(): readonly Node[] {
    note(CONDITIONALS);
    this.known.conditionals ??= this.nodesOf(isConditional);
    return this.known.conditionals;
  }

  /** What the version after an edit may take over: this one's, once somebody asked for it, or still an earlier one's. */
  handOver(edit: Stretch): Earlier<ModuleHistory> | undefined {
    return handedOver(this.top?.history, this.before, edit);
  }

  /** The statements of the module, and what each binds. */
  get history(): ModuleHistory {
    return this.readTop().history;
  }

  /** The node of a statement, by its place among the units; null for what stands before the first one. */
  nodeOf(index: number): Node | null {
    return this.readTop().reader.nodeOf(index);
  }

  /** For each statement which one of an earlier version it is, or -1 where it is new or changed. */
  unitsSince({ left, edited }: Earlier<ModuleHistory>): readonly number[] {
    const { history, from } = this.readTop();
    if (this.before?.left === left) return from;
    return align(left.units, history.units, edited, this.source);
  }

  /** The scope whose names a node sees first. */
  scopeOf(node: Node): Scope {
    return this.scopes.of(node);
  }

  get moduleScope(): ModuleScope {
    return this.readTop().scope;
  }

  /** The scope of a class's body. */
  classScope(definition: Node): Scope {
    return this.scopes.at({ kind: "class", node: definition });
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
    return qualifiedName(this, node);
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
    for (const offset of wordsIn(this.source, name, within.startIndex, within.endIndex)) {
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

  private nodesOf(isAsked: (unit: Unit, index: number) => boolean): Node[] {
    return this.history.units.flatMap((unit, index) => (isAsked(unit, index) ? (this.nodeOf(index) ?? []) : []));
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
    const reader = new UnitReader(tree, source, before);
    const { units, hasErrors } = reader;
    const from = before ? align(before.left.units, units, before.edited, source) : [];
    const ofUnits = units.map(
      (unit, index) =>
        before?.left.names.ofUnits[from[index] ?? -1] ??
        boundNames(unit, reader.nodeOf(index), source, before !== undefined),
    );
    const names = before?.left.names.of(ofUnits) ?? new NameTable(ofUnits);
    this.top = {
      reader,
      scope: new ModuleScope(tree, source, reader, names),
      history: { units, names, hasErrors, source, isBroken: tree.isError },
      from,
    };
    return this.top;
  }
}
