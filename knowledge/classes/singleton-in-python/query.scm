; class Db:
;     _instance = None
;     ^^^^^^^^^ hover
((assignment left: (identifier) @hover !type right: (none)) @_statement
  (#match? @hover "^_?[Ii]nstance$") (#in-class? @_statement))

; class Db:
;     _instance = None
;     def __new__(cls): ...
;         ^^^^^^^ hover
((class_definition body: (block
  (expression_statement (assignment left: (identifier) @_kept right: (none)))
  (function_definition name: (identifier) @hover)))
  (#match? @_kept "[Ii]nstance$") (#eq? @hover "__new__"))
