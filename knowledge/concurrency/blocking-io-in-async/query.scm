; import pathlib
; async def load(): return pathlib.Path("a").read_text()
;                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ finding
((call function: (attribute object: (_) @receiver attribute: (identifier) @method) @finding) @call
  (#any-of? @method
    "read_text" "read_bytes" "write_text" "write_bytes" "open"
    "get" "post" "put" "patch" "delete" "head" "options" "request"
    "recv" "recv_into" "recvfrom" "accept" "connect" "sendall"
    "wait" "result" "acquire")
  (#in-async? @call))
