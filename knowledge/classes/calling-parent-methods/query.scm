; Account.deposit(self, amount)
;         ^^^^^^^ hover
((call
  function: (attribute object: (identifier) @_class attribute: (identifier) @hover)
  arguments: (argument_list . (identifier) @_self))
  (#match? @_class "^_?[A-Z]") (#eq? @_self "self"))

; super().__init__()
; ^^^^^ hover
((call function: (identifier) @hover) (#resolves? @hover "builtins.super"))
