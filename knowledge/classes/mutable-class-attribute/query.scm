; class Basket:
;     items = []
;             ^^ finding
(class_definition
  body: (block
    (expression_statement
      (assignment
        left: (identifier) @name
        type: (type)? @annotation
        right: [
          (list) (dictionary) (set)
          (list_comprehension) (dictionary_comprehension) (set_comprehension)
          (call)
        ] @finding) @assignment))) @class
