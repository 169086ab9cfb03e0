import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { drawRulesTable, RULES_TABLE } from "../../scripts/rules-table.ts";
import { TOOLS, type Tool } from "../../server/src/core/notes/note.ts";
import { ROOT, testGloss } from "../support/gloss.ts";
import { knownCodes } from "../support/knownCodes.ts";

/** What a tool knows: its codes, each with its name, and the names that stand alone in comments, too. */
interface Known {
  readonly codes: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
}

/** The lists of `test/codes/`; their first lines say where they are from. */
async function readKnown(): Promise<Readonly<Record<Tool, Known>>> {
  const rows = async (file: string) => {
    const text = await readFile(join(ROOT, "test/codes", `${file}.tsv`), "utf8");
    return text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t"));
  };
  const read = await rows("read");
  const known = async (tool: Tool, ...files: string[]): Promise<[Tool, Known]> => {
    const all = [
      ...(await Promise.all(files.map(rows))).flat(),
      ...read.flatMap(([of, ...row]) => (of === tool ? [row] : [])),
    ];
    const names = new Map(all.map(([code = "", name = ""]) => [code, name]));
    const inComments = tool === "pylint" || tool === "ruff" ? [...names.values()] : [];
    return [tool, { codes: new Set([...names.keys(), ...inComments]), names }];
  };
  const lists = [
    // Ruff took the codes of flake8 and its plugins over as they were.
    known("flake8", "ruff"),
    known("sonar"),
    ...(["ruff", "pylint", "pyright", "bandit"] as const).map((tool) => known(tool, tool)),
  ];
  return Object.fromEntries(await Promise.all(lists)) as Record<Tool, Known>;
}

/** Codes that Ruff has under another one now, or has given up. */
async function goneFromRuff(): Promise<ReadonlySet<string>> {
  const text = await readFile(join(ROOT, "test/codes/ruff.tsv"), "utf8");
  return new Set([...text.matchAll(/^(\w+)\t\S+\t\S+$/gm)].map(([, code = ""]) => code));
}

describe("codes that we name", () => {
  /** Where each stands: a note's id, or the first words of an entry of `knowledge/codes/`. */
  async function named(): Promise<{ place: string; tool: Tool; codes: readonly string[] }[]> {
    const { shelf } = await testGloss();
    const { codes: entries } = await knownCodes();
    const places = [
      ...shelf.entries.map(({ id, sameAs }) => ({ place: id, codes: sameAs })),
      ...entries.map(({ means, codes }) => ({ place: means, codes })),
    ];
    return places.flatMap(({ place, codes }) =>
      TOOLS.flatMap((tool) => (codes[tool] ? [{ place, tool, codes: codes[tool] }] : [])),
    );
  }

  it("exist in their tool", async () => {
    const known = await readKnown();
    const unknown = (await named()).flatMap(({ place, tool, codes }) =>
      codes.filter((code) => !known[tool].codes.has(code)).map((code) => `${place}: ${tool} has no ${code}`),
    );
    assert.deepEqual(unknown, []);
  });

  it("stand with the name that the tool gives them", async () => {
    const known = await readKnown();
    const gone = await goneFromRuff();
    const wrong = (await named()).flatMap(({ place, tool, codes }) =>
      codes.flatMap((code) => {
        const name =
          (tool === "pylint" || tool === "ruff") && !gone.has(code) ? known[tool].names.get(code) : undefined;
        return name === undefined || codes.includes(name) ? [] : [`${place}: ${code} is ${name}`];
      }),
    );
    assert.deepEqual(wrong, []);
  });

  it("are not what a tool has under another code now, or has given up, unless the words say so", async () => {
    const gone = await goneFromRuff();
    assert.ok(gone.size > 20);
    const { codes: entries } = await knownCodes();
    const told = new Set(
      entries.filter(({ why }) => /Ruff has removed/.test(why)).flatMap(({ codes }) => codes.ruff ?? []),
    );
    const found = (await named()).flatMap(({ place, tool, codes }) =>
      tool === "ruff"
        ? codes.filter((code) => gone.has(code) && !told.has(code)).map((code) => `${place}: ${code}`)
        : [],
    );
    assert.deepEqual(found, []);
  });

  it("stand in the table of the documentation; npm run rules-table writes it anew", async () => {
    assert.equal(await readFile(RULES_TABLE, "utf8"), drawRulesTable((await testGloss()).shelf));
  });

  it("belong to a family that says what they have in common, and no family is empty", async () => {
    const { ruff, pylint } = await readKnown();
    const gone = await goneFromRuff();
    const { families } = await knownCodes();
    const prefixes = (tool: Tool) => families.flatMap(({ prefix }) => prefix[tool] ?? []);
    for (const [tool, known] of [["ruff", ruff] as const, ["pylint", pylint] as const]) {
      const all = [...known.names.keys()];
      const isOf = (prefix: string) => (code: string) =>
        code.startsWith(prefix) && (/^\d+$/.test(code.slice(prefix.length)) || prefix === "PL");
      const empty = prefixes(tool).filter((prefix) => !/^all$/i.test(prefix) && !all.some(isOf(prefix)));
      const orphans = all.filter((code) => !gone.has(code) && !prefixes(tool).some((prefix) => isOf(prefix)(code)));
      assert.deepEqual({ tool, empty, orphans }, { tool, empty: [], orphans: [] });
    }
  });
});
