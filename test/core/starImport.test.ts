import assert from "node:assert/strict";
import { withFile } from "../support/cases.ts";
import { testGloss } from "../support/gloss.ts";

/** What the cases of one file cannot show: where a file lies decides, and a second star forbids the fix. */
describe("star-import", () => {
  const findings = async (path: string, text: string) => {
    const all = withFile(await testGloss(), path, text, (file) => file.findings());
    return all.filter(({ rule }) => rule === "star-import");
  };
  const count = async (path: string, text: string) => (await findings(path, text)).length;

  it("is silent in a package's front for its own modules", async () => {
    assert.equal(await count("shop/__init__.py", "from .cart import *\n"), 0);
    assert.equal(await count("/src/shop/__init__.py", "from shop.cart import *\n"), 0);
    assert.equal(await count("shop/__init__.py", "from math import *\npi += 1\n"), 1);
    assert.equal(await count("shop/cart.py", "from .money import *\nx = price\n"), 1);
  });

  it("is silent in a file that only passes names on", async () => {
    assert.equal(await count("old.py", '"""Moved."""\nfrom new import *\nfrom new import __all__\n'), 0);
    assert.equal(await count("old.py", "from new import *\n__all__ = ['a']\n__all__ += ['b']\n"), 0);
    assert.equal(await count("old.py", "from new import *\nprint(a)\n"), 1);
    const either = "try:\n    from _fast import *\nexcept ImportError:\n    from slow import *\n";
    assert.equal(await count("either.py", either), 0);
    assert.equal(await count("either.py", `${either}print(a)\n`), 2);
    assert.equal(await count("lib/socket.py", "from _socket import *\nprint(a)\n"), 0);
    assert.equal(await count("lib/socket.py", "from _ssl import *\nprint(a)\n"), 1);
  });

  it("is silent in settings, notebooks and stubs, and for Tkinter", async () => {
    for (const path of ["settings.py", "settings_test.py", "site/settings/dev.py", "a.ipynb", "a.pyi"]) {
      assert.equal(await count(path, "from base import *\nx = y\n"), 0, path);
    }
    assert.equal(await count("a.py", "from tkinter import *\nfrom tkinter.ttk import *\nTk()\n"), 0);
    assert.equal(await count("settle.py", "from base import *\nx = y\n"), 1);
  });

  it("offers no fix where it cannot tell what came from where", async () => {
    const fixes = async (text: string) => (await findings("a.py", text)).flatMap((finding) => finding.fixes).length;
    assert.equal(await fixes("from math import *\nsin(pi)\n"), 1);
    assert.equal(await fixes("from math import *\nfrom cmath import *\nsin(pi)\n"), 0);
    assert.equal(await fixes("from math import *\nprint(_private)\n"), 0);
    assert.equal(await fixes("from math import *\n__all__ = ['sin']\nprint(pi)\n"), 0);
    assert.equal(await fixes("try:\n    from math import *\nexcept ImportError:\n    pi = 3\nsin(pi)\n"), 0);
  });
});
