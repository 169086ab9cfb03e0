; class Product(Named, Priced): ...
;              ^ hover
(class_definition superclasses:
  (argument_list
    "(" @hover . [(identifier) (attribute) (subscript) (call)] . [(identifier) (attribute) (subscript) (call)]))

; class Product(Named, Priced): ...
;                    ^ hover
(class_definition superclasses:
  (argument_list
    [(identifier) (attribute) (subscript) (call)] . "," @hover . [(identifier) (attribute) (subscript) (call)]))

; class Product(Named, Priced): ...
;                            ^ hover
(class_definition superclasses:
  (argument_list
    [(identifier) (attribute) (subscript) (call)] . "," . [(identifier) (attribute) (subscript) (call)] ")" @hover))
