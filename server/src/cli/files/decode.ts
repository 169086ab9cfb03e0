import { Failure, NotText } from "../failure.ts";
import { type Codec, findCodec, Undecodable, Unencodable, UTF8 } from "./codec.ts";

/** The text of a file, and the way back to its bytes. */
export interface Decoded {
  readonly text: string;
  /** Throws a `Failure` that names the file when the file's encoding has no bytes for this text. */
  encode(text: string): Uint8Array;
}

/**
 * Reads a Python file as Python does: a byte-order mark means UTF-8, a coding comment (PEP 263) in the first two lines
 * names another encoding, and without either it is UTF-8. Beyond that, a file whose comment names an encoding that does
 * not exist is still read where it is UTF-8. Throws a `Failure` that names file, byte and remedy.
 */
export function decode(path: string, bytes: Uint8Array): Decoded {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = hasMark ? bytes.subarray(3) : bytes;
  const declared = hasMark ? null : declaredEncoding(content);
  const codec = (declared && findCodec(declared)) || UTF8;
  return {
    text: decodeWith(codec, path, content, hasMark ? 3 : 0, declared),
    encode: (text) => Buffer.concat([bytes.subarray(0, hasMark ? 3 : 0), encodeWith(codec, path, text)]),
  };
}

/** The name in a coding comment, or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1000)).toString("latin1");
  const [first = "", second = ""] = head.split(/\r\n|\n|\r/, 2);
  const found = CODING.exec(first) ?? (NO_CODE.test(first) ? CODING.exec(second) : null);
  return found?.[1] ?? null;
}

const CODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const NO_CODE = /^[ \t\f]*(?:#.*)?$/;

function decodeWith(codec: Codec, path: string, bytes: Uint8Array, shift: number, declared: string | null): string {
  try {
    return codec.decode(bytes);
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    const { offset } = error;
    const byte = `byte ${offset + shift} (0x${(bytes[offset] ?? 0).toString(16).padStart(2, "0")}) is not`;
    throw new NotText(`${path}: ${explain(byte, codec, bytes, declared)}`);
  }
}

function explain(byte: string, codec: Codec, bytes: Uint8Array, declared: string | null): string {
  if (isUtf16(bytes)) return `${byte} UTF-8, and the file looks like UTF-16. Save it as UTF-8.`;
  if (codec !== UTF8) return `${byte} ${codec.name}, which its coding comment names. Correct it, or save it as UTF-8.`;
  if (declared && findCodec(declared) !== UTF8) {
    return `${byte} UTF-8, and its coding comment names ${declared}, which is no encoding for a file of Python. Save it as UTF-8.`;
  }
  return `${byte} UTF-8. Save the file as UTF-8, or name its encoding in the first line: # -*- coding: latin-1 -*-`;
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function encodeWith(codec: Codec, path: string, text: string): Uint8Array {
  try {
    return codec.encode(text);
  } catch (error) {
    if (!(error instanceof Unencodable)) throw error;
    throw new Failure(`${path}: the fixes cannot be written in ${codec.name}. Save the file as UTF-8 first.`);
  }
}
