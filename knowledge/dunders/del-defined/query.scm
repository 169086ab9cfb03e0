; class File:
;     def __del__(self): ...
;         ^^^^^^^ finding
((function_definition
  name: (identifier) @finding) @method
  (#eq? @finding "__del__")
  (#in-class? @method))
