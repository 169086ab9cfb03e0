; title = "Report"
;         ^ hover
; show("Report")
;      ^ hover
; names = ["Ann"]
;          ^ hover
; names = {"Ann"}
;          ^ hover
; names = ("Ann", 1)
;          ^ hover
; ages = {"Ann": 30}
;         ^ hover
; age = ages["Ann"]
;            ^ hover
; return "Ann"
;        ^ hover
; show(end="!")
;          ^ hover
; def show(end="!"): ...
;              ^ hover
; def show(end: str = "!"): ...
;                     ^ hover
; ok = name == "Ann"
;              ^ hover
; line = "Ann" + name
;        ^ hover
; line += "Ann"
;         ^ hover
; names = "Ann,Bo".split(",")
;         ^ hover
; word = "one" if n == 1 else name
;        ^ hover
; word = name or "Ann"
;                ^ hover
; for letter in "abc": ...
;               ^ hover
([
    (assignment right: (string (string_start) @hover))
    (argument_list (string (string_start) @hover))
    (list (string (string_start) @hover))
    (set (string (string_start) @hover))
    (tuple (string (string_start) @hover))
    (pair (string (string_start) @hover))
    (subscript subscript: (string (string_start) @hover))
    (return_statement (string (string_start) @hover))
    (keyword_argument value: (string (string_start) @hover))
    (default_parameter value: (string (string_start) @hover))
    (typed_default_parameter value: (string (string_start) @hover))
    (comparison_operator (string (string_start) @hover))
    (binary_operator (string (string_start) @hover))
    (augmented_assignment right: (string (string_start) @hover))
    (attribute object: (string (string_start) @hover))
    (conditional_expression (string (string_start) @hover))
    (boolean_operator (string (string_start) @hover))
    (for_statement right: (string (string_start) @hover))
  ]
  (#match? @hover "^[\"']"))

; title = "Report"
;                ^ hover
; show("Report")
;             ^ hover
; names = ["Ann"]
;              ^ hover
; names = {"Ann"}
;              ^ hover
; names = ("Ann", 1)
;              ^ hover
; ages = {"Ann": 30}
;             ^ hover
; age = ages["Ann"]
;                ^ hover
; return "Ann"
;            ^ hover
; show(end="!")
;            ^ hover
; def show(end="!"): ...
;                ^ hover
; def show(end: str = "!"): ...
;                       ^ hover
; ok = name == "Ann"
;                  ^ hover
; line = "Ann" + name
;            ^ hover
; line += "Ann"
;             ^ hover
; names = "Ann,Bo".split(",")
;                ^ hover
; word = "one" if n == 1 else name
;            ^ hover
; word = name or "Ann"
;                    ^ hover
; for letter in "abc": ...
;                   ^ hover
([
    (assignment right: (string (string_start) @_quote (string_end) @hover))
    (argument_list (string (string_start) @_quote (string_end) @hover))
    (list (string (string_start) @_quote (string_end) @hover))
    (set (string (string_start) @_quote (string_end) @hover))
    (tuple (string (string_start) @_quote (string_end) @hover))
    (pair (string (string_start) @_quote (string_end) @hover))
    (subscript subscript: (string (string_start) @_quote (string_end) @hover))
    (return_statement (string (string_start) @_quote (string_end) @hover))
    (keyword_argument value: (string (string_start) @_quote (string_end) @hover))
    (default_parameter value: (string (string_start) @_quote (string_end) @hover))
    (typed_default_parameter value: (string (string_start) @_quote (string_end) @hover))
    (comparison_operator (string (string_start) @_quote (string_end) @hover))
    (binary_operator (string (string_start) @_quote (string_end) @hover))
    (augmented_assignment right: (string (string_start) @_quote (string_end) @hover))
    (attribute object: (string (string_start) @_quote (string_end) @hover))
    (conditional_expression (string (string_start) @_quote (string_end) @hover))
    (boolean_operator (string (string_start) @_quote (string_end) @hover))
    (for_statement right: (string (string_start) @_quote (string_end) @hover))
  ]
  (#match? @_quote "^[\"']"))
