import { readFile } from "node:fs/promises";

/**
 * web-tree-sitter keeps a number of each `Node` under the index 0, and for an index V8 sets up an array of seventeen
 * places. In the bundles it is a property with a name: a check of many files takes a twentieth less time. The build fails
 * where a release of the library has it otherwise.
 */
export const nodeHandle = {
  name: "node-handle",
  setup(build) {
    build.onLoad({ filter: /[\\/]web-tree-sitter\.c?js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      return { contents: CHANGES.reduce((code, [from, to]) => replaceOnce(code, from, to, path), text), loader: "js" };
    });
  },
};

/** Where the field is declared, set and read. */
const CHANGES = [
  [/(var Node = class \{[^[]*)\[0\] = 0;/g, "$1other = 0;"],
  [/this\[0\] = other;/g, "this.other = other;"],
  [/\bnode\[0\]/g, "node.other"],
];

function replaceOnce(text, from, to, path) {
  const places = text.match(from) ?? [];
  if (places.length !== 1) throw new Error(`${path}: ${from} is there ${places.length} times, not once`);
  return text.replace(from, to);
}
