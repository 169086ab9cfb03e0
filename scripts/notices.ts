/**
 * Writes what ships beside the code: the licences of other people's parts, and a bill of materials of them in CycloneDX.
 *
 *   npm run notices               after a build
 *   npm run notices -- --check    fails when they are out of date
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../test/processes.ts";
import { type Part, shippedParts } from "./parts.ts";

const parts = shippedParts();
const texts: Readonly<Record<string, string>> = { THIRD_PARTY_NOTICES: notices(parts), "sbom.cdx.json": bill(parts) };
const isCheck = process.argv.includes("--check");

for (const [name, text] of Object.entries(texts)) {
  const path = join(ROOT, name);
  if (!isCheck) writeFileSync(path, text);
  else if (read(path) !== text) {
    console.error(`${name} is out of date: npm run build && npm run notices writes it`);
    process.exitCode = 1;
  }
}
if (process.exitCode !== 1) console.log(`${parts.length} parts of other people are in the package.`);

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function notices(all: readonly Part[]): string {
  const head =
    "PyGloss is under the MIT License (LICENSE). It contains parts of these packages, which are under their own.\n\n" +
    all.map(({ name, version, licence }) => `- ${name} ${version} (${licence})\n`).join("");
  const line = "-".repeat(80);
  return `${head}${all.map(({ name, version, text }) => `\n${line}\n${name} ${version}\n${line}\n\n${text}\n`).join("")}`;
}

/** Without a time and a random number, so that the same parts give the same bytes. */
function bill(all: readonly Part[]): string {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const components = all.map((part) => {
    const purl = `pkg:npm/${part.name.replace("@", "%40")}@${part.version}`;
    const [, digest = ""] = part.integrity.split("-");
    const content = Buffer.from(digest, "base64").toString("hex");
    return {
      type: "library",
      "bom-ref": purl,
      name: part.name,
      version: part.version,
      hashes: [{ alg: "SHA-512", content }],
      licenses: [
        / (OR|AND|WITH) /.test(part.licence) ? { expression: part.licence } : { license: { id: part.licence } },
      ],
      purl,
    };
  });
  const component = { type: "application", "bom-ref": name, name, version };
  const document = { bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata: { component }, components };
  return `${JSON.stringify(document, null, 2)}\n`;
}
