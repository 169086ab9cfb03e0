import type { Node } from "web-tree-sitter";
import type { Source } from "../source.ts";
import type { ModuleScope } from "./moduleScope.ts";
import { bindWalrus } from "./names.ts";
import { ClassScope, outerPlace, Scope, type ScopePlace, scopePlace } from "./scope.ts";
import { walrusPlace } from "./unitNames.ts";

/** The scopes of one version of a file. Each is made when it is first asked for. */
export class Scopes {
  private readonly source: Source;
  private readonly moduleScope: () => ModuleScope;
  private readonly known = new Map<number, Scope>();

  constructor(source: Source, moduleScope: () => ModuleScope) {
    this.source = source;
    this.moduleScope = moduleScope;
  }

  /** The scope whose names a node sees first. */
  of(node: Node): Scope {
    const place = scopePlace(node);
    return place ? this.at(place) : this.moduleScope();
  }

  at(place: ScopePlace): Scope {
    if (place.kind === "module") return this.moduleScope();
    const known = this.known.get(place.node.id);
    if (known) return known;
    const outer = outerPlace(place);
    const parent = outer && this.at(outer);
    const scope =
      place.kind === "class" ? new ClassScope(place.node, parent) : new Scope(place.kind, place.node, parent);
    this.known.set(place.node.id, scope);
    this.completeNames(scope);
    return scope;
  }

  /** Adds what a scope's own statements do not show. Both searches are made only where the text has the word. */
  private completeNames(scope: Scope): void {
    if (scope.kind === "comprehension" || scope.kind === "type parameters") return;
    const text = this.source.slice(scope.node.startIndex, scope.node.endIndex);
    if (text.includes(":=")) {
      for (const walrus of scope.node.descendantsOfType("named_expression")) {
        if (walrus && walrusPlace(walrus)?.node.id === scope.node.id) bindWalrus(scope.names, walrus);
      }
    }
    if (scope.kind !== "function" || !text.includes("nonlocal ")) return;
    for (const statement of scope.node.descendantsOfType("nonlocal_statement")) {
      const inner = statement && this.of(statement);
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
