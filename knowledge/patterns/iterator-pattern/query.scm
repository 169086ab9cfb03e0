; class Tree:
;     def __iter__(self): ...
;         ^^^^^^^^ hover
((function_definition (identifier) @hover) (#eq? @hover "__iter__"))
