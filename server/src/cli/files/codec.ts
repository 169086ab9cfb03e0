/** An encoding in which Python files are written. */
export interface Codec {
  readonly name: string;
  /** Throws `Undecodable` at the first byte that is not text in this encoding. */
  decode(bytes: Uint8Array): string;
  /** Throws `Unencodable` for text that cannot be written in this encoding. */
  encode(text: string): Uint8Array;
}

export class Undecodable extends Error {
  /** In bytes, from 0. */
  readonly offset: number;

  constructor(offset: number) {
    super(`byte ${offset}`);
    this.offset = offset;
  }
}

export class Unencodable extends Error {}

export const UTF8: Codec = {
  name: "UTF-8",
  decode(bytes) {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new Undecodable(firstInvalid(bytes));
    }
  },
  encode: (text) => Buffer.from(text),
};

/** The encoding that Python knows by this name, or null where neither Python nor we know it for a file of code. */
export function findCodec(name: string): Codec | null {
  const label = name.toLowerCase().replaceAll("_", "-");
  if (/^(utf-?8(-sig)?|u8|cp65001)$/.test(label)) return UTF8;
  if (/^(iso-?8859-1|latin-?1|l1|cp819|8859)$/.test(label)) return LATIN1;
  // The web reads these as Windows-1252 or as UTF-16; Python does neither.
  if (/^(ascii|us-ascii|utf-?16.*|unicode.*)$/.test(label)) return null;
  try {
    const known = PYTHON_NAMES[label] ?? label.replace(/^latin-(\d+)$/, "latin$1");
    const { encoding } = new TextDecoder(known);
    return MULTI_BYTE.test(encoding) ? multiByte(name, encoding) : singleByte(name, tableOf(encoding, label));
  } catch {
    return null;
  }
}

const LATIN1: Codec = {
  name: "latin-1",
  decode: (bytes) => Buffer.from(bytes).toString("latin1"),
  encode(text) {
    if (/[^\0-\xff]/.test(text)) throw new Unencodable();
    return Buffer.from(text, "latin1");
  },
};

/** What Python calls otherwise than the web. */
const PYTHON_NAMES: Readonly<Record<string, string>> = {
  cp932: "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
  big5hkscs: "big5-hkscs",
  eucjp: "euc-jp",
  euckr: "euc-kr",
  "mac-roman": "macintosh",
  "mac-cyrillic": "x-mac-cyrillic",
};

const MULTI_BYTE = /^(gbk|gb18030|big5|euc-jp|iso-2022-jp|shift_jis|euc-kr)$/;

/** Where ISO 8859 has control characters, the Windows page that the web reads in its place has letters. */
const WITH_CONTROLS = /^(iso-?8859-(9|11)|latin-?5|l5|tis-?620|thai)$/;

/** 0x80 to 0x9f of Windows-1252, by hand: Node 20 reads them as control characters. A space: there is no character. */
const WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** The character of each byte, or null where there is none. */
function tableOf(encoding: string, label: string): (string | null)[] {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return Array.from({ length: 256 }, (_, byte) => {
    if (byte >= 0x80 && byte <= 0x9f) {
      if (WITH_CONTROLS.test(label)) return String.fromCharCode(byte);
      if (encoding === "windows-1252") return WINDOWS_1252[byte - 0x80]?.trim() || null;
    }
    try {
      return decoder.decode(Uint8Array.of(byte));
    } catch {
      return null;
    }
  });
}

function singleByte(name: string, table: readonly (string | null)[]): Codec {
  const bytes = new Map(table.map((character, byte) => [character, byte]));
  return {
    name,
    decode: (given) =>
      Array.from(given, (byte, offset) => {
        const character = table[byte];
        if (!character) throw new Undecodable(offset);
        return character;
      }).join(""),
    encode: (text) =>
      Uint8Array.from(Array.from(text), (character: string) => {
        const byte = bytes.get(character);
        if (byte === undefined) throw new Unencodable();
        return byte;
      }),
  };
}

/** Read and not written: the platform has no encoder for these, and a rare need is not worth one of our own. */
function multiByte(name: string, encoding: string): Codec {
  return {
    name,
    decode(bytes) {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
      } catch {
        const offset = firstRefused(new TextDecoder(encoding, { fatal: true }), bytes);
        // What only the end of the file refused is a character that is cut off there.
        throw new Undecodable(offset < 0 ? bytes.length - 1 : offset);
      }
    },
    encode() {
      throw new Unencodable();
    },
  };
}

/** Byte by byte, which is slow, but somebody will have to look at this byte anyway. */
function firstRefused(decoder: TextDecoder, bytes: Uint8Array): number {
  return bytes.findIndex((_, offset) => {
    try {
      decoder.decode(bytes.subarray(offset, offset + 1), { stream: true });
      return false;
    } catch {
      return true;
    }
  });
}

/** The first replacement character that is not one in the bytes themselves stands for the first bad byte. */
function firstInvalid(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  for (let from = 0; ; ) {
    const found = text.indexOf("\ufffd", from);
    if (found < 0) return bytes.length;
    offset += Buffer.byteLength(text.slice(from, found));
    const isReal = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isReal) return offset;
    offset += 3;
    from = found + 1;
  }
}
