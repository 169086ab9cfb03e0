import assert from "node:assert/strict";
import { loadPyodide } from "pyodide";
import type { Node } from "web-tree-sitter";
import { ancestors } from "../../server/src/core/syntax/nodes.ts";
import { testGrammar } from "../support/gloss.ts";
import { grammarRoles } from "../support/grammarRoles.ts";
import { readRoles } from "../support/roles.ts";

/** What the grammar's rules name and no text brings about: the node it becomes instead. */
const UNREACHABLE: ReadonlyMap<string, string> = new Map([
  ["except_clause as", "as_pattern"],
  ["parenthesized_list_splat", "parenthesized_expression"],
  ["parenthesized_list_splat (", "parenthesized_expression"],
  ["parenthesized_list_splat )", "parenthesized_expression"],
  ["lambda_within_for_in_clause", "lambda"],
  ["lambda_within_for_in_clause lambda", "lambda"],
  ["lambda_within_for_in_clause :", "lambda"],
  ["keyword_identifier", "identifier"],
]);

/** The matrix is complete: it asks for every token in every construct, and for every word of the language. */
describe("the role matrix", () => {
  it("has every token of the grammar in every construct it may stand in", async () => {
    const asked = await askedRoles();
    const missing = [...grammarRoles()].flatMap(([kind, tokens]) =>
      [...tokens].map((token) => `${kind} ${token}`).filter((role) => !asked.roles.has(role) && !UNREACHABLE.has(role)),
    );
    assert.deepEqual(missing, []);
  });

  it("has every named node of the grammar", async () => {
    const asked = await askedRoles();
    const missing = [...grammarRoles().keys()].filter((kind) => !asked.kinds.has(kind) && !UNREACHABLE.has(kind));
    assert.deepEqual(missing, []);
  });

  it("has a note for every keyword of Python", async () => {
    const python = await loadPyodide();
    const words = python.runPython("import keyword; ' '.join(keyword.kwlist + keyword.softkwlist)") as string;
    const spoken = new Set((await askedRoles()).words);
    assert.deepEqual(
      words.split(" ").filter((word) => !spoken.has(word)),
      [],
    );
  });
});

interface Asked {
  /** `kind token`: the token was hovered directly in a node of this kind. */
  readonly roles: ReadonlySet<string>;
  /** Kinds of the hovered nodes and of what they stand in. */
  readonly kinds: ReadonlySet<string>;
  /** Texts of tokens that bring up a note. */
  readonly words: readonly string[];
}

let shared: Promise<Asked> | undefined;

function askedRoles(): Promise<Asked> {
  shared ??= (async () => {
    const grammar = await testGrammar();
    const roles = new Set<string>();
    const kinds = new Set<string>();
    const words: string[] = [];
    for (const { note, text, offset } of readRoles()) {
      const tree = grammar.parse(text);
      const leaf = tree.rootNode.descendantForIndex(offset, Math.min(offset + 1, text.length));
      if (leaf) {
        roles.add(roleOf(leaf));
        for (const node of [leaf, ...ancestors(leaf)]) kinds.add(node.type);
        if (note !== "-") words.push(leaf.text);
      }
      tree.delete();
    }
    return { roles, kinds, words };
  })();
  return shared;
}

/** A named leaf such as `None` is its own construct. */
function roleOf(leaf: Node): string {
  if (leaf.isNamed) return leaf.type;
  // `not in` is one token of two words.
  const { parent } = leaf;
  return parent && !parent.isNamed ? `${parent.parent?.type} ${parent.type}` : `${parent?.type} ${leaf.type}`;
}
