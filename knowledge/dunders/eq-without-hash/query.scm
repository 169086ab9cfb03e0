; class Point:
;     def __eq__(self, other): ...
;         ^^^^^^ finding
(class_definition
  body: (block
    (function_definition name: (identifier) @finding) @method)
  (#eq? @finding "__eq__")) @class
