; def readRows(path): ...
;     ^^^^^^^^ hover
((function_definition name: (identifier) @hover)
  (#match? @hover "[A-Z]")
  (#not-match? @hover "^(visit|leave|do|test)_"))

; class http_client: ...
;       ^^^^^^^^^^^ hover
((class_definition name: (identifier) @hover) (#match? @hover "^_*[a-z]|[^_]_[^_]"))

; def div(text, class_=None): ...
;               ^^^^^^ hover
((identifier) @hover
  (#match? @hover "^(and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield|all|any|bytes|dict|dir|file|filter|format|hash|help|id|input|int|iter|len|list|map|max|min|next|object|open|print|property|range|set|str|sum|super|tuple|type|vars|zip)_$"))
