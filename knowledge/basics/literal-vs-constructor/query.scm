; rows = list()
;        ^^^^ hover
((call function: (identifier) @hover arguments: (argument_list . "(" . ")" .))
  (#resolves? @hover "builtins.list" "builtins.dict" "builtins.tuple"))

; rows = list()
;            ^ hover
((call function: (identifier) @_function arguments: (argument_list . "(" @hover . ")" .))
  (#resolves? @_function "builtins.list" "builtins.dict" "builtins.tuple"))

; sizes = set([1, 2])
;         ^^^ hover
((call function: (identifier) @hover arguments: (argument_list . [(list) (tuple)] .))
  (#resolves? @hover "builtins.set" "builtins.list" "builtins.tuple"))

; sizes = set([1, 2])
;            ^ hover
((call function: (identifier) @_function arguments: (argument_list "(" @hover . [(list) (tuple)] .))
  (#resolves? @_function "builtins.set" "builtins.list" "builtins.tuple"))
