// Types only: the program has no use for the package.
import type { Fix, Location, Log, Region, Result } from "sarif";
import { version } from "../../../../package.json";
import type { Shelf } from "../../core/api.ts";
import type { PlainFix } from "../../lsp/convert.ts";
import { printJson } from "../terminal.ts";
import { flatPlace, uriOf } from "./place.ts";
import type { Format, ReportedFinding } from "./report.ts";
import { describeRules, LEVEL } from "./sarifRules.ts";

/** A log in SARIF 2.1.0, for GitHub's code scanning and whoever else collects findings of many tools. */
export function sarifFormat(shelf: Shelf): Format {
  const results: Judged[] = [];
  return {
    file({ path, findings, known }): void {
      for (const finding of findings) results.push({ path, finding, isKnown: false });
      for (const finding of known) results.push({ path, finding, isKnown: true });
    },
    async end(complete): Promise<void> {
      // Without a baseline nobody knows what is new.
      const hasBaseline = results.some(({ isKnown }) => isKnown);
      const ids = [...new Set(results.map(({ finding }) => finding.rule))].sort();
      const driver = { name: "PyGloss", version, semanticVersion: version, rules: await describeRules(shelf, ids) };
      const log: Log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
          {
            tool: { driver },
            columnKind: "utf16CodeUnits",
            invocations: [{ executionSuccessful: complete }],
            results: results.map((one) => resultOf(one, ids.indexOf(one.finding.rule), hasBaseline)),
          },
        ],
      };
      printJson(log);
    },
  };
}

interface Judged {
  readonly path: string;
  readonly finding: ReportedFinding;
  readonly isKnown: boolean;
}

function resultOf({ path, finding, isKnown }: Judged, ruleIndex: number, hasBaseline: boolean): Result {
  const { line, column, endLine, endColumn, message } = flatPlace(finding);
  const isInNotebook = finding.cell !== undefined;
  const region: Region = isInNotebook ? { startLine: 1 } : { startLine: line, startColumn: column, endLine, endColumn };
  const location: Location = { physicalLocation: { artifactLocation: artifactOf(path), region } };
  // The edits of a notebook are in its cells, and not in the lines of its file.
  const fixes = isInNotebook ? [] : finding.fixes.map((fix) => fixOf(path, fix));
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVEL[finding.severity],
    // SARIF makes a link of words in brackets before an address in parentheses; what is quoted here is code.
    message: { text: message.replaceAll("](", "] (") },
    locations: [location],
    ...(hasBaseline ? { baselineState: isKnown ? "unchanged" : "new" } : {}),
    partialFingerprints: { "pygloss/v1": finding.fingerprint },
    ...(fixes.length > 0 ? { fixes } : {}),
    properties: { severity: finding.severity, ...(isInNotebook ? { cell: finding.cell } : {}) },
  };
}

function fixOf(path: string, { title, safe, edits }: PlainFix): Fix {
  const replacements = edits.map(({ range: { start, end }, newText }) => ({
    deletedRegion: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
    insertedContent: { text: newText },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifactOf(path), replacements }],
    properties: { safe },
  };
}

function artifactOf(path: string) {
  return { uri: uriOf(path) };
}
