; report += "\n"
;        ^^ hover
(augmented_assignment operator: "+=" @hover right: (string))

; report += "one " "two"
;        ^^ hover
(augmented_assignment operator: "+=" @hover right: (concatenated_string))

; line = "Dear " + name
;                ^ hover
(binary_operator left: (string) operator: "+" @hover)

; line = name + ":"
;             ^ hover
(binary_operator operator: "+" @hover right: (string))
