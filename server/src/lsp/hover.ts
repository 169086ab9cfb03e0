import type { Hover, HoverParams, ServerCapabilities } from "vscode-languageserver";
import type { Gloss, HoverAnswer } from "../core/api.ts";
import { explainCode } from "../core/notes/explainCode.ts";
import { configFile, hoverConfig } from "./configFiles.ts";
import { toRange } from "./convert.ts";
import { isolate, markup, readDocument, type Session } from "./session.ts";
import type { Settings } from "./settings.ts";

/** Says what stands under the cursor. */
export function serveHover(session: Session): ServerCapabilities {
  const answer = (params: HoverParams, gloss: Gloss) => hover(session, gloss, params);
  session.connection.onHover(isolate<HoverParams, Hover | null>(session, "hover", null, answer));
  return { hoverProvider: true };
}

async function hover(session: Session, gloss: Gloss, params: HoverParams): Promise<Hover | null> {
  const { uri } = params.textDocument;
  const config = configFile(session, uri);
  if (config) return hoverConfig(session, gloss, config, config.document.source.offsetAt(params.position));
  const read = await readDocument(session, uri);
  if (!read) return null;
  const { document, settings } = read;
  const offset = document.source.offsetAt(params.position);
  const file = document.analyse(gloss);
  const { rules, python } = settings;
  const ask = () => file.codeAt(offset) ?? file.hover(offset, rules, python);
  const found = gloss.run(file.name, file.source.length, ask);
  if (found && "id" in found) {
    // Taken before the wait, because the document may change meanwhile.
    const range = toRange(document.source, found.span);
    const value = await explainCode(gloss, found.id, session.client.noteLink);
    return value === null ? null : { contents: markup(session, value), range };
  }
  const said = found && withoutConstructs(found, settings);
  if (!said) return null;
  return {
    contents: markup(session, gloss.renderHover(said, session.client.noteLink, python)),
    range: toRange(document.source, said.span),
  };
}

/** Who switched the notes on constructs off, or some of them, still wants to read what a finding means. */
function withoutConstructs(answer: HoverAnswer, { hoverConstructs }: Settings): HoverAnswer | null {
  if (hoverConstructs === "on") return answer;
  const { findings, names } = answer;
  const isWanted = (id: string) =>
    findings.includes(id) || (hoverConstructs !== "off" && names.includes(id) === (hoverConstructs === "names"));
  const notes = answer.notes.filter(isWanted);
  return notes.length > 0 ? { ...answer, notes } : null;
}
