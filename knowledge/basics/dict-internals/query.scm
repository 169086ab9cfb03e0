; ages = dict()
;        ^^^^ hover
((call function: (identifier) @hover) (#resolves? @hover "builtins.dict"))
