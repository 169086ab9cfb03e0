/** Fifteen patterns for ast-grep, of the kind that our own traps have. */
export const AST_GREP_RULES: readonly string[] = [
  "threading.Thread(target=$F)",
  "open($$$ARGS)",
  "eval($X)",
  "exec($X)",
  "$X == None",
  "$X != None",
  "type($A) == $B",
  "print($$$ARGS)",
  "time.sleep($X)",
  "assert ($A, $B)",
  "$X is $Y",
  "dict($$$ARGS)",
  "lambda $X: $Y",
  "$D[$K] = []",
  "os.system($X)",
];
