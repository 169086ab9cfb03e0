; class Team:
;     def __iter__(self): ...
;         ^^^^^^^^ hover
((function_definition name: (identifier) @hover) (#eq? @hover "__iter__"))

; rows.__iter__()
;      ^^^^^^^^ hover
((attribute attribute: (identifier) @hover) (#eq? @hover "__iter__"))
