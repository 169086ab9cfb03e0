import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What we read of a grammar's `grammar.json`. https://tree-sitter.github.io/tree-sitter/assets/schemas/grammar.schema.json */
interface Rule {
  readonly type: string;
  readonly name?: string;
  readonly value?: string;
  readonly named?: boolean;
  readonly content?: Rule;
  readonly members?: readonly Rule[];
}

interface Grammar {
  readonly rules: Readonly<Record<string, Rule>>;
  readonly supertypes: readonly string[];
}

/** Every named node kind of the grammar, and the tokens that may stand directly in it. */
export function grammarRoles(): ReadonlyMap<string, ReadonlySet<string>> {
  const path = createRequire(import.meta.url).resolve("tree-sitter-python/src/grammar.json");
  const grammar = JSON.parse(readFileSync(path, "utf8")) as Grammar;
  const roles = new Map<string, Set<string>>();
  const tokensOf = (kind: string): Set<string> => {
    const known = roles.get(kind) ?? new Set();
    roles.set(kind, known);
    return known;
  };
  // A hidden rule has no node: its tokens stand in the node of the rule that uses it.
  const isHidden = (name: string) => name.startsWith("_") || grammar.supertypes.includes(name);

  const visit = (rule: Rule, tokens: Set<string>, seen: ReadonlySet<string>): void => {
    // What the lexer takes as one piece has no tokens of its own.
    if (rule.type === "TOKEN" || rule.type === "IMMEDIATE_TOKEN") return;
    const symbol = rule.type === "SYMBOL" ? (rule.name ?? "") : null;
    const target = symbol && grammar.rules[symbol];
    if (rule.type === "STRING") tokens.add(rule.value ?? "");
    else if (target && isHidden(symbol) && !seen.has(symbol)) visit(target, tokens, new Set([...seen, symbol]));
    else if (rule.type === "ALIAS") visitAlias(rule, tokens, seen);
    else for (const part of rule.members ?? (rule.content ? [rule.content] : [])) visit(part, tokens, seen);
  };
  const visitAlias = ({ named, value = "", content }: Rule, tokens: Set<string>, seen: ReadonlySet<string>): void => {
    if (!named) tokens.add(value);
    else if (content?.type === "SYMBOL" && content.name && grammar.rules[content.name]) {
      const target = grammar.rules[content.name];
      if (target && !seen.has(content.name)) visit(target, tokensOf(value), new Set([...seen, content.name]));
      else tokensOf(value);
    } else tokensOf(value);
  };

  for (const [name, rule] of Object.entries(grammar.rules)) {
    if (isHidden(name)) continue;
    const tokens = tokensOf(name);
    if (rule.type !== "STRING") visit(rule, tokens, new Set([name]));
  }
  return roles;
}
