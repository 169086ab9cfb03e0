; area = side ** 2
;             ^^ hover
(binary_operator "**" @hover)

; product = rows @ columns
;                ^ hover
(binary_operator "@" @hover)
