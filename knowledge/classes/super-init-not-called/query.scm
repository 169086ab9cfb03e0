; class Child(Parent):
;     def __init__(self): ...
;         ^^^^^^^^ finding
(class_definition
  superclasses: (argument_list)
  body: (block
    (function_definition name: (identifier) @finding) @init)
  (#eq? @finding "__init__")) @class
