; rows = found or []
;              ^^ hover
(boolean_operator operator: "or" @hover right: [(list) (dictionary) (tuple) (set) (string) (integer) (float) (none)])

; either = first or second
;                ^^ hover
(boolean_operator "or" @hover)

; def __len__(self): ...
;     ^^^^^^^ hover
((function_definition name: (identifier) @hover) (#eq? @hover "__len__"))
