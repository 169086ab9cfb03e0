; text = "one " "two"
;               ^ hover
;                   ^ hover
(concatenated_string (string [(string_start) (string_end)] @hover))
