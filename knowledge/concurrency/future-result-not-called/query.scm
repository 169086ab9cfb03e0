; from concurrent.futures import as_completed
; for f in as_completed(futures): print(f.result)
;                                       ^^^^^^^^ finding
((attribute object: (_) @receiver attribute: (identifier) @method) @finding
  (#any-of? @method "result" "exception" "start" "join" "close" "read"))
