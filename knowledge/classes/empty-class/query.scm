; class Empty: pass
; ^^^^^ hover
(class_definition "class" @hover !superclasses body: (block . (pass_statement) .))

; class Empty: ...
; ^^^^^ hover
(class_definition "class" @hover !superclasses body: (block . (expression_statement (ellipsis)) .))
