; total = sum(prices)
;         ^^^ hover
((call function: (identifier) @hover)
  (#resolves? @hover
    "builtins.filter" "builtins.map" "builtins.len" "builtins.sum" "builtins.min" "builtins.max" "builtins.abs"
    "builtins.round" "builtins.pow" "builtins.input" "builtins.ord" "builtins.chr" "builtins.callable"))
