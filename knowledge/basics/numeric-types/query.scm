; limit = 10
;         ^^ hover
(integer) @hover

; rate = 0.25
;        ^^^^ hover
(float) @hover
