; label = str(price)
;         ^^^ hover
((call function: (identifier) @hover) (#resolves? @hover "builtins.str"))

; label = format(price, ".2f")
;         ^^^^^^ hover
((call function: (identifier) @hover) (#resolves? @hover "builtins.format"))
