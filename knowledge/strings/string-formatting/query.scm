; line = "%s: %d" % (name, n)
;                 ^ hover
(binary_operator left: (string) operator: "%" @hover)

; line = "%s: " "%d" % (name, n)
;                    ^ hover
(binary_operator left: (concatenated_string) operator: "%" @hover)

; text = f"{price:.2f}"
;          ^ hover
;                    ^ hover
(string (interpolation ["{" "}"] @hover))
