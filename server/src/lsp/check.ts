import type { ServerCapabilities } from "vscode-languageserver";
import type { Gloss } from "../core/api.ts";
import { type CheckedText, checkText, type TextToCheck } from "../core/checkText.ts";
import { Source } from "../core/source.ts";
import { toDiagnostic } from "./convert.ts";
import { fileName, LARGEST_DOCUMENT } from "./document.ts";
import { CHECK, type CheckAnswer, type CheckParams } from "./protocol.ts";
import { isolate, type Session } from "./session.ts";
import { SLICE, turn } from "./turn.ts";

/** Where the texts of a whole workspace are checked: on other threads, where the host has any. */
export type CheckText = (text: TextToCheck) => Promise<CheckedText>;

/** Checks texts that are not open, one at a time, while everybody else gets their answers. */
export function serveCheck(session: Session, elsewhere?: CheckText): ServerCapabilities {
  const answer = async ({ uri, text }: CheckParams, gloss: Gloss): Promise<CheckAnswer | null> => {
    if (typeof uri !== "string" || typeof text !== "string") throw new TypeError("`uri` and `text` are strings");
    if (text.length > LARGEST_DOCUMENT) return null;
    const { rules: levels, python, known } = await session.settings.of(uri);
    // What nobody has open is not to be remembered.
    if (!session.documents.get(uri)) session.settings.forget(uri);
    const job: TextToCheck = { name: fileName(uri), text, levels, python, known };
    const { findings, met } = await (elsewhere ? elsewhere(job) : checkHere(gloss, job));
    const positions = new Source(text);
    const { noteLink, showsRelatedSpans } = session.client;
    // What carries no fixes needs no newlines to write them with, and nobody asks closed files what other tools say.
    const sameAs = () => ({});
    const style = { uri, newline: "\n", noteLink, showsRelatedSpans, sameAs };
    return { diagnostics: findings.map((one) => toDiagnostic(positions, { ...one, fixes: [] }, style)), met };
  };
  session.connection.onRequest(CHECK, isolate<CheckParams, CheckAnswer | null>(session, CHECK, null, answer));
  return {};
}

async function checkHere(gloss: Gloss, job: TextToCheck): Promise<CheckedText> {
  const steps = checkText(gloss, job);
  let deadline = performance.now() + SLICE;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() < deadline) continue;
    await turn();
    deadline = performance.now() + SLICE;
  }
}
