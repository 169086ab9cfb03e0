; Note = type("Note", (), {})
;        ^^^^ hover
((call function: (identifier) @hover arguments: (argument_list . (_) . (_) . (_))) (#resolves? @hover "builtins.type"))
