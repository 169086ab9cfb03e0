import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { decode } from "./files/decode.ts";

/** What changes from one version of a file to the other, as `patch -p0` reads it. */
export function diffOf(path: string, before: Uint8Array, after: Uint8Array): string {
  const old = decode(path, before).text;
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  return createTwoFilesPatch(path, path, old, decode(path, after).text, undefined, undefined, options);
}
