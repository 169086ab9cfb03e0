; class Plugin(Base): ...
; ^^^^^ hover
(class_definition "class" @hover body: (block))

; class Csv(Plugin, key="csv"): ...
;                      ^ hover
(class_definition superclasses: (argument_list (keyword_argument "=" @hover)))
