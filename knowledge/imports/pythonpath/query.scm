; extra = os.environ["PYTHONPATH"]
;                     ^^^^^^^^^^ hover
((string_content) @hover (#eq? @hover "PYTHONPATH"))

; extra = os.environ["PYTHONPATH"]
;            ^^^^^^^ hover
((subscript value: (attribute attribute: (identifier) @hover) subscript: (string (string_content) @_key))
  (#eq? @hover "environ") (#eq? @_key "PYTHONPATH"))
