import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { BUNDLE, collectStrings } from "../../scripts/strings.ts";
import { at } from "../processes.ts";

/** Every string of a value, however deep. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Keys under which the manifest has text that people read. */
function texts(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    READ.has(key) ? strings(inner).filter((text) => text !== "PyGloss") : texts(inner),
  );
}

const READ: ReadonlySet<string> = new Set(
  "title description markdownDescription enumDescriptions name contents altText displayName".split(" "),
);

describe("the translation of the extension", () => {
  const manifest = JSON.parse(readFileSync(at("package.json"), "utf8"));
  const words: Record<string, string> = JSON.parse(readFileSync(at("package.nls.json"), "utf8"));

  it("has a key for every text of the manifest", () => {
    const plain = texts({ ...manifest, name: "", title: "" }).filter((text) => text !== "" && !/^%.+%$/.test(text));
    assert.deepEqual(plain, []);
  });

  it("has a text for every key, and none that nobody shows", () => {
    const used = strings(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });

  it("knows every string of the client; npm run strings writes it anew", () => {
    assert.equal(readFileSync(BUNDLE, "utf8"), collectStrings());
  });
});
