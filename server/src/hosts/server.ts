/** `node server.js --stdio`, or `--node-ipc` from a parent that speaks it: the program beside it, already compiled. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { CompiledProgram } from "./compiledProgram.ts";

const program = new CompiledProgram(join(__dirname, "program.js"));
const { start } = program.run<typeof import("./node.ts")>();
start(() => {
  if (program.isKept) return;
  program.keep();
  keepSmall();
});
if (program.isKept) keepSmall();

/**
 * What one analysis leaves behind is soon garbage. Left to itself, the space for it grows to several times of what it
 * needs, and stays so for as long as the editor is open; and what lived until the next edit is looked for when it is as
 * much as all the rest. With other flags V8 refuses what is compiled, Node's own modules among it: they are all loaded by
 * now, and what the next start shall have is kept before.
 */
function keepSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=100");
}
