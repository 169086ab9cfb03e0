; self.__state = "base"
;      ^^^^^^^ hover
((identifier) @hover (#match? @hover "^__.*[^_]_?$"))

; pin = account._Account__pin
;               ^^^^^^^^^^^^^ hover
((attribute attribute: (identifier) @hover) (#match? @hover "^_[A-Za-z][A-Za-z0-9_]*__[A-Za-z0-9_]*[^_]_?$"))
