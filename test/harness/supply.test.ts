import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/gloss.ts";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const manifest = JSON.parse(read("package.json"));

describe("what PyGloss is made from", () => {
  it("is pinned: exact versions, each with its digest, from the registry alone", () => {
    for (const [name, version] of Object.entries(manifest.devDependencies))
      assert.match(String(version), /^\d+\.\d+\.\d+$/, name);
    const { packages } = JSON.parse(read("package-lock.json"));
    for (const [path, entry] of Object.entries<Record<string, unknown>>(packages)) {
      if (path === "") continue;
      assert.match(String(entry["integrity"]), /^sha512-[\w+/]{86}==$/, path);
      if (entry["resolved"] !== undefined) assert.match(String(entry["resolved"]), /^https:\/\/registry\.npmjs\.org\//);
    }
  });

  it("needs no script of a package to be run, and nothing to be installed beside it", () => {
    assert.match(read(".npmrc"), /^ignore-scripts=true$/m);
    assert.equal(manifest.dependencies, undefined);
    assert.equal(manifest.optionalDependencies, undefined);
    for (const name of ["preinstall", "install", "postinstall", "prepare", "prepublish", "vscode:uninstall"])
      assert.equal(manifest.scripts[name], undefined, name);
  });

  it("has the licences of what is inside of the parts", () => {
    const notices = read("THIRD_PARTY_NOTICES");
    for (const words of [
      /CNRI OPEN SOURCE LICENSE AGREEMENT|CNRI LICENSE AGREEMENT/,
      /Makoto Matsumoto and Takuji Nishimura/,
      /Jean-loup Gailly and Mark Adler/,
      /Julian R Seward/,
      /Meta Platforms/,
      /Expat maintainers/,
      /Stefan Krah/,
      /Anthony Green/,
      /INRIA/,
      /Daan Leijen/,
      /Rich Felker/,
      /Emscripten authors/,
      /Unicode, Inc/,
      /Mike Bostock/,
      /TypeFox GmbH/,
      /DOMPurify is used under the\nApache License 2\.0/,
    ])
      assert.match(notices, words);
  });

  it("names what it contains of other people, with version, licence and digest", () => {
    const bill = JSON.parse(read("sbom.cdx.json"));
    const { packages } = JSON.parse(read("package-lock.json"));
    const notices = read("THIRD_PARTY_NOTICES");
    assert.deepEqual([bill.bomFormat, bill.metadata.component.version], ["CycloneDX", manifest.version]);
    for (const name of [
      "web-tree-sitter",
      "tree-sitter-python",
      "@mermaid-js/tiny",
      "markdown-it",
      "vscode-languageclient",
    ])
      assert.ok(
        bill.components.some((component: { name: string }) => component.name === name),
        name,
      );
    for (const { name, version, licenses, hashes } of bill.components) {
      assert.ok(notices.includes(`\n${name} ${version}\n---`), name);
      assert.ok(licenses[0].license?.id ?? licenses[0].expression, name);
      // Only what is in the lock file; the stage "package" proves that nothing is missing.
      const locked = Object.entries<{ version: string; integrity: string }>(packages).filter(
        ([path, entry]) => path.endsWith(`node_modules/${name}`) && entry.version === version,
      );
      const digests = locked.map(([, { integrity }]) => Buffer.from(integrity.slice(7), "base64").toString("hex"));
      assert.ok(digests.includes(hashes[0].content), name);
    }
  });

  it("ships both, and a way to report a weakness", () => {
    const ignore = read(".vscodeignore");
    assert.match(ignore, /^!THIRD_PARTY_NOTICES$/m);
    assert.match(ignore, /^!sbom\.cdx\.json$/m);
    assert.doesNotMatch(
      ignore,
      /^!(?!.*\.(wasm|js|json|png|svg|css|md|py)$|LICENSE|THIRD_PARTY_NOTICES|dist\/python|dist\/queries\.bin$)/m,
    );
    assert.ok(existsSync(join(ROOT, "SECURITY.md")));
  });
});
