; @dataclass
; class Basket:
;     items: list = []
;                   ^^ finding
(decorated_definition
  definition: (class_definition
    body: (block
      (expression_statement
        (assignment
          left: (identifier) @field
          type: (type)? @annotation
          right: [
            (list) (dictionary) (set)
            (list_comprehension) (dictionary_comprehension) (set_comprehension)
            (call)
          ] @finding)))) @class)
