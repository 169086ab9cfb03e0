; names = set()
;         ^^^ hover
((call function: (identifier) @hover) (#resolves? @hover "builtins.set" "builtins.dict"))
