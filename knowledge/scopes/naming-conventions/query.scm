; def read_rows(path): ...
;     ^^^^^^^^^ hover
((function_definition name: (identifier) @hover) (#not-match? @hover "^__.*__$"))

; class HttpClient: ...
;       ^^^^^^^^^^ hover
(class_definition name: (identifier) @hover)
