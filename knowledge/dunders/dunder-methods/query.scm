; class Page:
;     def __index__(self): ...
;         ^^^^^^^^^ hover
(class_definition (block (function_definition (identifier) @hover)) (#match? @hover "^__.+__$"))

; class Page:
;     @classmethod
;     def __class_getitem__(cls, item): ...
;         ^^^^^^^^^^^^^^^^^ hover
(class_definition (block (decorated_definition (function_definition (identifier) @hover))) (#match? @hover "^__.+__$"))
