; match point:
;     case [x, y]: ...
;          ^ hover
;               ^ hover
(case_pattern (list_pattern ["[" "," "]"] @hover))

; match point:
;     case (x, y): ...
;          ^ hover
(case_pattern (tuple_pattern ["(" "," ")"] @hover))

; match message:
;     case {"error": code}: ...
;          ^ hover
;                  ^ hover
(case_pattern (dict_pattern ["{" ":" "," "}"] @hover))

; match message:
;     case [first, *rest]: ...
;                  ^ hover
(splat_pattern ["*" "**"] @hover)

; match point:
;     case Point(x=0): ...
;               ^ hover
(class_pattern ["(" "," ")"] @hover)

; match point:
;     case Point(x=0): ...
;                 ^ hover
(keyword_pattern "=" @hover)

; match key:
;     case "y" | "n": ...
;              ^ hover
(union_pattern "|" @hover)

; match point:
;     case Point() as first: ...
;                  ^^ hover
(case_pattern (as_pattern "as" @hover))

; match point:
;     case _: ...
;          ^ hover
(case_pattern "_" @hover)

; match point:
;     case other: ...
;          ^^^^^ hover
(case_pattern (dotted_name . (identifier) @hover .))

; match point:
;     case [x, *_]: ...
;               ^ hover
(splat_pattern "_" @hover)

; match point:
;     case Point(x=_): ...
;                  ^ hover
(keyword_pattern "_" @hover)

; match key:
;     case "y" | _: ...
;                ^ hover
(union_pattern "_" @hover)

; match message:
;     case {_: 1}: ...
;           ^ hover
(dict_pattern "_" @hover)
