import assert from "node:assert/strict";
import { findCodec } from "../../server/src/cli/files/codec.ts";
import { declaredEncoding, decode } from "../../server/src/cli/files/decode.ts";

describe("encodings", () => {
  it("are named in a comment of the first two lines", () => {
    const cases: [string, string | null][] = [
      ["# -*- coding: latin-1 -*-\n", "latin-1"],
      ["#!/bin/sh\n# vim: set fileencoding=cp1252 :", "cp1252"],
      ["\r\n#coding=utf_8", "utf_8"],
      ["x = 1\n# coding: latin-1", null],
      ["#\n#\n# coding: latin-1", null],
      ["s = '# coding: latin-1'", null],
      ["", null],
    ];
    for (const [text, name] of cases) assert.equal(declaredEncoding(Buffer.from(text)), name, text);
  });

  it("are known by the names that Python gives them", () => {
    const bytes = Uint8Array.of(0x80, 0xe4);
    const cases: [string, string][] = [
      ["latin-1", "\x80ä"],
      ["ISO_8859_1", "\x80ä"],
      ["cp1252", "€ä"],
      ["iso-8859-9", "\x80ä"],
      ["windows-1254", "€ä"],
      ["iso8859-15", "\x80ä"],
      ["mac_roman", "Ä‰"],
      ["koi8-r", "─Д"],
    ];
    for (const [name, text] of cases) assert.equal(findCodec(name)?.decode(bytes), text, name);
    assert.equal(findCodec("shift_jis")?.decode(Uint8Array.of(0x83, 0x65)), "テ");
    assert.equal(findCodec("cp932")?.decode(Uint8Array.of(0x83, 0x65)), "テ");
    for (const name of ["klingon", "ascii", "utf-16", "rot13", ""]) assert.equal(findCodec(name), null, name);
  });

  it("come back to the same bytes", () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    for (const name of ["latin-1", "cp1256", "koi8-r", "iso-8859-9", "mac-roman", "iso8859-15"]) {
      const codec = findCodec(name);
      assert.ok(codec, name);
      assert.deepEqual(Buffer.from(codec.encode(codec.decode(all))), Buffer.from(all), name);
    }
    const { text, encode } = decode("a.py", Buffer.from("\ufeff# coding: utf-8\n🐍\n"));
    assert.equal(text, "# coding: utf-8\n🐍\n");
    assert.deepEqual(Buffer.from(encode(text)), Buffer.from("\ufeff# coding: utf-8\n🐍\n"));
  });

  it("refuse what they cannot write", () => {
    const latin = decode("a.py", Buffer.from("# coding: latin-1\n"));
    assert.throws(() => latin.encode("🐍"), /^Error: a\.py: the fixes cannot be written in latin-1/);
    const japanese = decode("a.py", Buffer.from("# coding: shift_jis\n"));
    assert.throws(() => japanese.encode("x"), /Save the file as UTF-8 first/);
  });
});
