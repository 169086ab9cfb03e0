; def outer(n):
;     def inner(): return n
;     ^^^ hover
((function_definition "def" @hover) @_inner (#in-function? @_inner) (#not-in-class? @_inner))
