import type { Node, Tree } from "web-tree-sitter";
import type { Edit } from "../../server/src/core/api.ts";
import { enclosingFunction } from "../../server/src/core/module/context.ts";
import { Module } from "../../server/src/core/module/module.ts";
import type { Scope } from "../../server/src/core/module/scope.ts";
import { addImport, insertAtBodyStart } from "../../server/src/core/rules/edits.ts";
import { insert, replace } from "../../server/src/core/rules/rule.ts";
import type { Source } from "../../server/src/core/source.ts";
import { ancestors, codeChildren } from "../../server/src/core/syntax/nodes.ts";

/** A text after edits, and the way back. */
export interface Rewritten {
  readonly text: string;
  /** The offset that one of the new text had before; null in what was inserted. */
  before(offset: number): number | null;
}

export function rewrite(text: string, edits: readonly Edit[]): Rewritten {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  let result = "";
  let at = 0;
  const pieces: { from: number; to: number; before: number | null }[] = [];
  const add = (piece: string, before: number | null) => {
    if (piece) pieces.push({ from: result.length, to: result.length + piece.length, before });
    result += piece;
  };
  for (const { span, text: inserted } of sorted) {
    add(text.slice(at, span.start), at);
    // What stands for a name is found where the name was.
    add(inserted, span.start === span.end ? null : span.start);
    at = span.end;
  }
  add(text.slice(at), at);
  const before = (offset: number) => {
    const piece = pieces.find(({ from, to }) => from <= offset && offset < to);
    return piece && piece.before !== null ? piece.before + offset - piece.from : null;
  };
  return { text: result, before };
}

/** Gives every import another name, and every builtin one of its own, in all that refers to them. */
export function aliasEdits(module: Module): Edit[] {
  const edits: Edit[] = [];
  let count = 0;
  for (const [scope, name] of importedNames(module)) {
    const targets = scope.bindings(name).filter(({ kind }) => kind === "import");
    const paths = targets.map(({ target }) => target.parent?.text ?? "");
    const uses = module.references(name, scope).filter((use) => !targets.some(({ target }) => target.id === use.id));
    const alias = `alias_${++count}`;
    if (targets.some(({ target }) => !isAliased(target) && isPath(target))) {
      // `import a.b` binds `a`, `import a.b as c` binds `a.b`.
      const chains = uses.map((use) => chain(use, paths[0] ?? ""));
      if (new Set(paths).size > 1 || chains.includes(null)) continue;
      edits.push(...chains.flatMap((node) => (node ? [replace(node, alias)] : [])));
    } else edits.push(...uses.map((use) => replace(use, alias)));
    for (const { target } of targets) {
      if (isAliased(target)) edits.push(replace(target, alias));
      else edits.push(insert((target.parent ?? target).endIndex, ` as ${alias}`));
    }
  }
  const builtins = new Map<string, string>();
  for (const identifier of namesWithMeaning(module)) {
    // `super()` works by its spelling.
    if (module.lookup(identifier.text, module.scopeOf(identifier)) || identifier.text === "super") continue;
    const alias = builtins.get(identifier.text) ?? `builtin_${builtins.size + 1}`;
    builtins.set(identifier.text, alias);
    edits.push(replace(identifier, alias));
  }
  const imports = [...builtins].map(([name, alias]) => `${name} as ${alias}`).join(", ");
  return imports ? [...edits, addImport(`from builtins import ${imports}`, module)] : edits;
}

/** Gives every name that means something known another meaning, too, in the scope that binds it. */
export function rebindEdits(module: Module, source: Source): Edit[] {
  const scopes = new Map<Scope, Set<string>>();
  for (const identifier of namesWithMeaning(module)) {
    const scope = module.lookup(identifier.text, module.scopeOf(identifier)) ?? module.moduleScope;
    scopes.set(scope, (scopes.get(scope) ?? new Set()).add(identifier.text));
  }
  return [...scopes].flatMap(([scope, names]) => rebind(scope.node, names, source) ?? []);
}

export type ShadowKind = "local" | "parameter";

/** Rebinds, in every function, what its body knows. `functions` are the offsets of those where that was possible. */
export function shadowEdits(
  module: Module,
  source: Source,
  kind: ShadowKind,
): { edits: Edit[]; functions: Set<number> } {
  const names = new Map<number, { node: Node; names: Set<string> }>();
  const functions = new Set<number>();
  const edits: Edit[] = [];
  for (const identifier of namesWithMeaning(module)) {
    const outermost = outermostFunction(identifier);
    if (outermost?.type !== "function_definition") continue;
    const scope = module.lookup(identifier.text, module.scopeOf(identifier));
    const isOwn = scope !== null && [scope.node, ...ancestors(scope.node)].some((node) => node.id === outermost.id);
    const node = isOwn ? scope.node : outermost;
    const entry = names.get(node.id) ?? { node, names: new Set() };
    names.set(node.id, { node, names: entry.names.add(identifier.text) });
  }
  for (const { node, names: own } of names.values()) {
    const asParameter = kind === "parameter" && outermostFunction(node.firstChild ?? node)?.id !== node.id;
    const edit = asParameter ? addParameters(node, own) : rebind(node, own, source);
    if (!edit) continue;
    edits.push(edit);
    if (enclosingFunction(node) === null) functions.add(node.startIndex);
  }
  return { edits, functions };
}

/** A model that knows nothing of names where it is blind: findings that remain depend on syntax alone. */
export class BlindModule extends Module {
  private readonly isBlind: (node: Node) => boolean;

  constructor(tree: Tree, source: Source, isBlind: (node: Node) => boolean) {
    super(tree, source);
    this.isBlind = isBlind;
  }

  override qualifiedName(node: Node): string | null {
    return this.isBlind(node) ? null : super.qualifiedName(node);
  }
}

export function outermostFunction(node: Node): Node | null {
  let outermost: Node | null = null;
  for (let one = enclosingFunction(node); one; one = enclosingFunction(one)) outermost = one;
  return outermost;
}

function importedNames(module: Module): (readonly [Scope, string])[] {
  const found = new Map<string, readonly [Scope, string]>();
  for (const statement of module.root.descendantsOfType(["import_statement", "import_from_statement"])) {
    const own = statement && module.scopeOf(statement);
    // What a class imports is an attribute, too, and known by its name.
    if (!own || own.kind === "class") continue;
    for (const [name, bindings] of own.names.bindings) {
      const scope = module.lookup(name, own);
      if (scope && bindings.some(({ kind }) => kind === "import")) found.set(`${scope.node.id} ${name}`, [scope, name]);
    }
  }
  return [...found.values()];
}

/** Identifiers, outside of imports, that resolve. */
function namesWithMeaning(module: Module): Node[] {
  return module.root.descendantsOfType("identifier").filter((identifier): identifier is Node => {
    if (!identifier || [...ancestors(identifier)].some(({ type }) => IMPORTS.has(type))) return false;
    return module.qualifiedName(identifier) !== null;
  });
}

const IMPORTS: ReadonlySet<string> = new Set(["import_statement", "import_from_statement", "future_import_statement"]);

const isAliased = (target: Node) => target.parent?.type === "aliased_import";

const isPath = (target: Node) => (target.parent?.namedChildCount ?? 0) > 1;

/** The `a.b` that an `a` is the beginning of. */
function chain(use: Node, path: string): Node | null {
  return [...ancestors(use)].find((one) => one.type === "attribute" && one.text === path) ?? null;
}

function rebind(scope: Node, names: ReadonlySet<string>, source: Source): Edit | null {
  const statement = `${[...names].join(" = ")} = shadow()`;
  if (scope.type === "module") return insert(source.text.length, `\n${statement}\n`);
  const first = codeChildren(scope.childForFieldName("body") ?? scope)[0];
  if (!/^(function|class)_definition$/.test(scope.type) || !first) return null;
  const edit = insertAtBodyStart(scope, [statement], source);
  if (!edit) return insert(first.startIndex, `${statement}; `);
  // Comments stay with the statement below them.
  let row = source.lineAt(edit.span.start);
  while (/^\s*#/.test(source.line(row - 1))) row--;
  return insert(source.lineStart(row), edit.text);
}

function addParameters(definition: Node, names: ReadonlySet<string>): Edit | null {
  const list = definition.childForFieldName("parameters");
  if (!list) return null;
  const parameters = codeChildren(list);
  const has = (test: RegExp) => parameters.find((one) => test.test(one.text));
  const added = [...names].map((name) => `${name}=None`).join(", ");
  const text = has(/^\*(?!\*)/) ? added : `*, ${added}`;
  const rest = has(/^\*\*/);
  if (rest) return insert(rest.startIndex, `${text}, `);
  const last = parameters.at(-1);
  return last ? insert(last.endIndex, `, ${text}`) : insert(list.startIndex + 1, text);
}
