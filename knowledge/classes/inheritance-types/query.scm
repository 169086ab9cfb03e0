; class Sales(Report): ...
;            ^ hover
(class_definition superclasses: (argument_list "(" @hover . [(identifier) (attribute) (subscript) (call)]))

; class Sales(Report): ...
;                   ^ hover
(class_definition superclasses: (argument_list [(identifier) (attribute) (subscript) (call)] ")" @hover))
