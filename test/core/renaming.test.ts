import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readKnowledge } from "../../knowledge/compiler/read.ts";
import { catalog } from "../../knowledge/generated/catalog.ts";
import { rules } from "../../knowledge/generated/rules.ts";
import { Module } from "../../server/src/core/module/module.ts";
import { RuleSet } from "../../server/src/core/rules/analyse.ts";
import { analyse } from "../../server/src/core/rules/analysis.ts";
import { Source } from "../../server/src/core/source.ts";
import type { Grammar } from "../../server/src/core/syntax/grammar.ts";
import { ROOT, testGrammar } from "../support/gloss.ts";
import {
  aliasEdits,
  BlindModule,
  outermostFunction,
  type Rewritten,
  rebindEdits,
  rewrite,
  type ShadowKind,
  shadowEdits,
} from "../support/renaming.ts";

/**
 * No rule may compare the text of a name that it could resolve. For the cases of every trap:
 *   - when every import and builtin is used under another name, the same places are marked;
 *   - when every name that means something known is rebound, what is still marked is what is marked without any
 *     knowledge of names, too. Which findings depend on names is thus seen by taking that knowledge away, not listed.
 */
describe("names in rules", () => {
  let grammar: Grammar;
  let ruleSet: RuleSet;
  const syntactic: string[] = [];

  before(async () => {
    grammar = await testGrammar();
    ruleSet = new RuleSet(grammar, catalog.rules, rules, (rule, error) => {
      throw new Error(`the rule ${rule} failed`, { cause: error });
    });
  });

  after(() => {
    ruleSet.free();
    if (syntactic.length > 0) console.log(`      rules that depend on no name: ${syntactic.sort().join(", ")}`);
  });

  const FACTS = { path: "x.py", isStub: false, isTest: false, isNotebook: false };

  type Model = (...from: ConstructorParameters<typeof Module>) => Module;
  const plain: Model = (tree, source) => new Module(tree, source);

  /** Where a rule marks something: offsets. */
  function marked(rule: string, text: string, model: Model = plain): number[] {
    return use(
      text,
      (module) =>
        analyse(ruleSet, module, FACTS, {}).findings.flatMap((finding) =>
          finding.rule === rule ? [finding.span.start] : [],
        ),
      model,
    );
  }

  function use<T>(text: string, ask: (module: Module) => T, model: Model = plain): T {
    const tree = grammar.parse(text);
    try {
      return ask(model(tree, new Source(text)));
    } finally {
      tree.delete();
    }
  }

  /** The same in another version of the text, as offsets of the first one; what is marked in insertions is left out. */
  const markedIn = (rule: string, rewritten: Rewritten) =>
    marked(rule, rewritten.text).flatMap((offset) => rewritten.before(offset) ?? []);

  /** For messages: the lines, with their numbers. */
  function lines(text: string, offsets: readonly number[]): string[] {
    const source = new Source(text);
    return offsets.map((offset) => `${source.lineAt(offset) + 1}: ${source.line(source.lineAt(offset)).trim()}`);
  }

  for (const { id, calls, query } of catalog.rules) {
    it(`${id} knows a name under any other`, async () => {
      const text = await casesOf(id);
      const renamed = rewrite(
        text,
        use(text, (module) => aliasEdits(module)),
      );
      const places = markedIn(id, renamed);
      // A rule may be about the very name that an import gives.
      const lost = marked(id, text).filter((offset) => !places.includes(offset) && !isBoundByImport(text, offset));
      assert.deepEqual(lines(text, lost), [], "no longer marked");
      const found = places.filter((offset) => !marked(id, text).includes(offset));
      assert.deepEqual(lines(text, found), [], "newly marked");
    });

    it(`${id} takes no other thing for what it knows`, async () => {
      const text = await casesOf(id);
      const isSeenBlind = without(id, text, () => true);
      const dependent = marked(id, text).filter((offset) => !isSeenBlind(offset));
      if (dependent.length === 0) syntactic.push(id);
      if (calls.length > 0 || query?.includes("#resolves?")) assert(dependent.length > 0, "it asks for names in vain");

      const rebound = rewrite(
        text,
        use(text, (module) => rebindEdits(module, module.source)),
      );
      const left = markedIn(id, rebound).filter((offset) => !isSeenBlind(offset));
      assert.deepEqual(lines(text, left), [], "still marked where every name is rebound");

      for (const kind of ["local", "parameter"] satisfies ShadowKind[]) {
        const { edits, functions } = use(text, (module) => shadowEdits(module, module.source, kind));
        const isSeen = without(id, text, (start) => functions.has(start));
        const still = markedIn(id, rewrite(text, edits)).filter((offset) => !isSeen(offset));
        assert.deepEqual(lines(text, still), [], `still marked where functions shadow names: ${kind}`);
      }
    });
  }

  /** What is marked without knowledge of names in functions that begin where `isBlind` says. */
  function without(id: string, text: string, isBlind: (start: number) => boolean): (offset: number) => boolean {
    const places = marked(
      id,
      text,
      (tree, source) => new BlindModule(tree, source, (node) => isBlind(outermostFunction(node)?.startIndex ?? -1)),
    );
    return (offset) => places.includes(offset);
  }

  function isBoundByImport(text: string, offset: number): boolean {
    return use(text, (module) => {
      const node = module.root.descendantForIndex(offset, offset + 1);
      return node !== null && module.bindingsOf(node).some((one) => one.kind === "import" && one.target.id === node.id);
    });
  }
});

async function casesOf(id: string): Promise<string> {
  const cases = (await knowledge).notes.find((note) => note.id === id)?.cases;
  assert(cases, `${id} has no cases`);
  return readFile(join(ROOT, cases), "utf8");
}

const knowledge = readKnowledge(ROOT);
