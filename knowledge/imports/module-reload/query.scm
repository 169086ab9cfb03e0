; reload(settings)
; ^^^^^^ hover
((call function: (identifier) @hover arguments: (argument_list . (_) .))
  (#eq? @hover "reload") (#unbound? @hover))
