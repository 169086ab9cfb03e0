; def repeat(func=None, *, times=2):
;     ^^^^^^ hover
;     if func is None:
;         return partial(repeat, times=times)
((function_definition
  name: (identifier) @hover
  parameters: (parameters . (default_parameter name: (identifier) @_function value: (none)))
  body: (block (if_statement
    condition: (comparison_operator (identifier) @_tested "is" (none))
    consequence: (block (return_statement (call (argument_list . (identifier) @_again)))))))
  (#eq? @_tested @_function) (#eq? @_again @hover))

; def repeat(func=None, *, times=2):
;     if func is None:
;         return partial(repeat, times=times)
;                ^^^^^^^ hover
((function_definition
  name: (identifier) @_name
  parameters: (parameters . (default_parameter name: (identifier) @_function value: (none)))
  body: (block (if_statement
    condition: (comparison_operator (identifier) @_tested "is" (none))
    consequence: (block (return_statement (call function: (identifier) @hover (argument_list . (identifier) @_again)))))))
  (#eq? @_tested @_function) (#eq? @_again @_name))
