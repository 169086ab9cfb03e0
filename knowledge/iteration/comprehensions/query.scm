; squares = [n * n for n in data]
;           ^ hover
;                               ^ hover
(list_comprehension ["[" "]"] @hover)

; squares = [n * n for n in data]
;                  ^^^ hover
;                        ^^ hover
(list_comprehension (for_in_clause ["for" "in"] @hover))

; even = [n for n in data if n % 2 == 0]
;                         ^^ hover
(list_comprehension (if_clause "if" @hover))

; lengths = {len(w) for w in words}
;           ^ hover
;                                 ^ hover
(set_comprehension ["{" "}"] @hover)

; lengths = {len(w) for w in words}
;                   ^^^ hover
;                         ^^ hover
(set_comprehension (for_in_clause ["for" "in"] @hover))

; lengths = {len(w) for w in words if w}
;                                  ^^ hover
(set_comprehension (if_clause "if" @hover))

; ages = {p.name: p.age for p in people}
;        ^ hover
;                                      ^ hover
(dictionary_comprehension ["{" "}"] @hover)

; ages = {p.name: p.age for p in people}
;               ^ hover
(dictionary_comprehension body: (pair ":" @hover))

; ages = {p.name: p.age for p in people}
;                       ^^^ hover
;                             ^^ hover
(dictionary_comprehension (for_in_clause ["for" "in"] @hover))

; ages = {p.name: p.age for p in people if p.age}
;                                       ^^ hover
(dictionary_comprehension (if_clause "if" @hover))
