import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { Finding } from "../../server/src/core/api.ts";
import { say, t } from "../../server/src/core/words.ts";
import { at } from "../processes.ts";
import { withFile } from "../support/cases.ts";
import { glossIn } from "../support/gloss.ts";
import { hasEnglish, veiled } from "../support/veil.ts";

describe("words", () => {
  const german = new Map([
    ["Call {0} ({1})", "({1}) {0} rufen"],
    ["it may wait", "es kann dauern"],
  ]);

  it("are English where nobody translated them, and else have their places where the translation wants them", () => {
    const words = t`Call ${"`f`"} (${t`it may wait`})`;
    assert.equal(say(words), "Call `f` (it may wait)");
    assert.equal(say(words, german), "(es kann dauern) `f` rufen");
  });

  it("leave code alone that looks like a place or like words", () => {
    assert.equal(say(t`Call ${"{1}"} (${"it may wait"})`, german), "(it may wait) {1} rufen");
  });
});

describe("what rules say", () => {
  it("can be translated to the last word: what is no translation is code or a name", async () => {
    const gloss = await glossIn(veiled());
    const texts = casesOf(at("knowledge")).flatMap((cases) =>
      withFile(gloss, "cases.py", readFileSync(cases, "utf8"), (file) => file.findings().flatMap(textsOf)),
    );
    assert.ok(texts.length > 1000, `${texts.length} texts`);
    assert.deepEqual(texts.filter(hasEnglish), []);
  });
});

function casesOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith("cases.py")).map((name) => at("knowledge", name));
}

function textsOf({ message, related, fixes }: Finding): string[] {
  return [message, ...related.map((one) => one.message), ...fixes.map(({ title }) => title)];
}
