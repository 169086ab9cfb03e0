; found = True
;         ^^^^ hover
(true) @hover

; found = False
;         ^^^^^ hover
(false) @hover

; found = None
;         ^^^^ hover
(none) @hover
