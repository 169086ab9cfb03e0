; class Rows:
;     def __iter__(self): return self
;         ^^^^^^^^ hover
((function_definition name: (identifier) @hover body: (block (return_statement (identifier) @_result)))
  (#eq? @hover "__iter__") (#eq? @_result "self"))
