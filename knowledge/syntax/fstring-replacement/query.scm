; text = f"{price:.2f}"
;          ^ hover
;                    ^ hover
(interpolation ["{" "}"] @hover)

; text = f"{price=}"
;                ^ hover
(interpolation "=" @hover)

; text = f"{name!r}"
;               ^^ hover
(interpolation (type_conversion) @hover)

; text = f"{price:.2f}"
;                ^ hover
(interpolation (format_specifier ":" @hover))

; text = f"{price:{width}}"
;                 ^ hover
;                       ^ hover
(format_specifier (format_expression ["{" "}"] @hover))

; text = f"{{not a field}}"
;          ^^ hover
(escape_interpolation) @hover
