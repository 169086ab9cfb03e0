; from pathlib import Path
; text = Path("notes").open().read()
;                      ^^^^ finding
((call function: (attribute object: (_) @path attribute: (identifier) @finding)) @call
  (#eq? @finding "open")
  (#typed? @path "pathlib.Path"))
