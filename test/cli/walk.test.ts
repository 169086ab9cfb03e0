import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { findFiles } from "../../server/src/cli/files/walk.ts";
import { folder } from "./run.ts";

describe("walking folders", () => {
  const cwd = process.cwd();
  afterEach(() => process.chdir(cwd));

  function find(
    files: readonly string[],
    paths: readonly string[],
    ignores: Readonly<Record<string, string>> = {},
  ): string[] {
    process.chdir(folder({ ...Object.fromEntries(files.map((file) => [file, ""])), ...ignores }));
    return findFiles(paths, (problem: Error) => assert.fail(problem));
  }

  it("finds scripts, stubs and notebooks, in order", () => {
    const files = ["b.py", "a/z.pyi", "a/b/c.ipynb", "B.py", "a.txt", "py", "a-b.py"];
    assert.deepEqual(find(files, ["."]), ["B.py", "a-b.py", "a/b/c.ipynb", "a/z.pyi", "b.py"]);
  });

  it("passes by the folders of tools and virtual environments of any name", () => {
    const files = ["a.py", ".git/h.py", "node_modules/m/b.py", "x/.venv/c.py", "__pycache__/d.py", "my/env/lib/e.py"];
    assert.deepEqual(find([...files, "my/env/pyvenv.cfg"], ["."]), ["a.py"]);
    assert.deepEqual(find([".venv/a.py"], [".venv"]), [".venv/a.py"], "unless they are named");
  });

  it("respects nested .gitignore files", () => {
    const files = ["a.py", "gen/b.py", "sub/c.py", "sub/gen/d.py", "sub/deep/e.py", "sub/keep_1.py", "other/c.py"];
    const found = find(files, ["."], {
      ".gitignore": "gen/\nkeep_*\n",
      "sub/.gitignore": "/c.py\n!keep_1.py\n!gen/\n",
    });
    assert.deepEqual(found, ["a.py", "other/c.py", "sub/deep/e.py", "sub/gen/d.py", "sub/keep_1.py"]);
  });

  it("respects those above, up to the root of the repository", () => {
    const files = ["repo/.git/HEAD", "repo/sub/a.py", "repo/sub/b_gen.py", "repo/sub/x/c.py", "free/a.py"];
    const ignores = { ".gitignore": "*.py\n", "repo/.gitignore": "*_gen.py\nx/\n" };
    assert.deepEqual(find(files, ["repo/sub"], ignores), ["repo/sub/a.py"]);
    assert.deepEqual(find(files, ["free"], ignores), ["free/a.py"], "where there is no repository, none above");
  });

  it("takes what is named, whatever it is called and whoever ignores it", () => {
    const files = [".git/HEAD", "script", "gen/a.py", "gen/b.py", "gen/deep/c_test.py"];
    const ignores = { ".gitignore": "gen/\nscript\n*_test.py\n" };
    assert.deepEqual(find(files, ["script", "gen/a.py"], ignores), ["gen/a.py", "script"]);
    assert.deepEqual(find(files, ["gen"], ignores), ["gen/a.py", "gen/b.py", "gen/deep/c_test.py"]);
  });

  it("takes each file once", () => {
    assert.deepEqual(find(["a/b.py"], ["a/b.py", ".", "a", "./a/b.py"]).length, 1);
  });

  it("follows links to files and not to folders, and gets out of circles", function () {
    if (process.platform === "win32") this.skip();
    const root = folder({ "a/b.py": "", "out/c.py": "" });
    symlinkSync("..", join(root, "a/up"));
    symlinkSync("b.py", join(root, "a/again.py"));
    symlinkSync("../out/c.py", join(root, "a/c.py"));
    symlinkSync("nowhere.py", join(root, "a/broken.py"));
    symlinkSync("self.py", join(root, "a/self.py"));
    process.chdir(root);
    const problems: string[] = [];
    assert.deepEqual(
      findFiles(["a"], ({ message }) => problems.push(message)),
      ["a/b.py", "a/c.py"],
    );
    assert.equal(problems.length, 0);
    findFiles(["a/self.py", "a/broken.py"], ({ message }) => problems.push(message));
    assert.deepEqual(problems, [
      "a/self.py: its symbolic links lead in a circle",
      "a/broken.py: no such file or folder",
    ]);
  });
});
