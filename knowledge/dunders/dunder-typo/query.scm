; class Money:
;     def __formate__(self, spec): ...
;         ^^^^^^^^^^^ finding
((function_definition
  name: (identifier) @finding) @method
  (#match? @finding "^_.+_$")
  (#in-class? @method))
