; names = rows.sort(key=len)
;         ^^^^^^^^^ finding
((call function: (attribute attribute: (identifier) @_method) @finding) @call
  (#any-of? @_method "sort" "reverse" "append" "extend" "insert" "clear" "remove" "add" "discard" "update"))
