import assert from "node:assert/strict";
import type { Node } from "web-tree-sitter";
import { Module } from "../../server/src/core/module/module.ts";
import { Source } from "../../server/src/core/source.ts";
import type { Grammar } from "../../server/src/core/syntax/grammar.ts";
import { testGrammar } from "./gloss.ts";

let grammar: Grammar | undefined;

/** To be called in `before`: tests ask without waiting. */
export async function prepareToAsk(): Promise<void> {
  grammar = await testGrammar();
}

/** Asks about the piece of code between «»; the marks are taken out before parsing. */
export function ask<T>(marked: string, question: (module: Module, node: Node) => T): T {
  return askAll(marked, (module, [node]) => {
    assert(node);
    return question(module, node);
  });
}

/** Asks about several places, in the order of the text. */
export function askAll<T>(marked: string, question: (module: Module, nodes: readonly Node[]) => T): T {
  assert(grammar, "prepareToAsk comes first");
  const text = marked.replace(/[«»]/g, "");
  const tree = grammar.parse(text);
  const spans = [...marked.matchAll(/«([^«»]*)»/g)].map((mark, index) => {
    const start = mark.index - 2 * index;
    return { start, end: start + (mark[1]?.length ?? 0) };
  });
  const nodes = spans.map(({ start, end }) => {
    const node = tree.rootNode.descendantForIndex(start, end);
    assert(node?.startIndex === start && node.endIndex === end, `no node is «${text.slice(start, end)}»`);
    return node;
  });
  const answer = question(new Module(tree, new Source(text)), nodes);
  tree.delete();
  return answer;
}

export const qualifiedName = (marked: string) => ask(marked, (module, node) => module.qualifiedName(node));

export const typeName = (marked: string) => ask(marked, (module, node) => module.typeName(node));

/** Rows of a table: what is shown, the text with its mark, the right answer. */
export function table<T>(question: (marked: string) => T, rows: readonly (readonly [string, string, T])[]): void {
  const seen = new Map<string, number>();
  for (const [name, text, answer] of rows) {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    it(count > 1 ? `${name} (${count})` : name, () => assert.deepEqual(question(text), answer, text));
  }
}
