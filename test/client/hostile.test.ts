import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unlinked } from "../../client/src/unlinked.ts";
import { ROOT } from "../support/gloss.ts";

const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const source = (path: string) => readFileSync(join(ROOT, "client/src", path), "utf8");

describe("a notification", () => {
  it("has no links, whatever it repeats", () => {
    // As in VS Code's linkedText.ts.
    const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
    const message = "There is no note [here](command:workbench.action.quit).";
    assert.match(message, LINK);
    assert.doesNotMatch(unlinked(message), LINK);
    assert.equal(unlinked("`a[0]` is no note (yet)"), "`a[0]` is no note (yet)");
  });
});

describe("in a workspace that nobody trusts", () => {
  /** What each setting can do at most. None of them names a program, a file to read or a place outside. */
  const HARMLESS: ReadonlySet<string> = new Set(
    "profile rules exclude per-file-rules python deferTo explainOthers hover.constructs search.preview trace.server"
      .split(" ")
      .map((name) => `pygloss.${name}`),
  );

  it("the extension works, with settings that cannot run or read anything", () => {
    const { untrustedWorkspaces } = manifest.capabilities;
    const restricted: readonly string[] = untrustedWorkspaces.restrictedConfigurations ?? [];
    assert.ok(untrustedWorkspaces.supported);
    const settings = Object.keys(manifest.contributes.configuration.properties);
    const unknown = settings.filter((name) => !HARMLESS.has(name) && !restricted.includes(name));
    assert.deepEqual(unknown, [], "is to be among restrictedConfigurations, or shown to be harmless and named here");
  });

  it("hovers call no command but our own", () => {
    assert.match(source("client-options.ts"), /isTrusted: \{ enabledCommands: \[OPEN_NOTE\] \}, supportHtml: false/);
    for (const path of readdirSync(join(ROOT, "client/src"), { recursive: true, encoding: "utf8" })) {
      if (!path.endsWith(".ts") || path === "client-options.ts") continue;
      for (const [, trust] of source(path).matchAll(/(?:isTrusted|supportHtml) ?[:=] ?([^;\n]*)/g))
        assert.match(trust ?? "", /^\{ enabledCommands: \[OPEN_NOTE\] \}|^false/, path);
    }
  });
});
