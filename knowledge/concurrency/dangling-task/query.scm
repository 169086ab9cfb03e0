; import asyncio
; asyncio.get_running_loop().create_task(work())
; ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ finding
((call function: (attribute object: (_) @_loop attribute: (identifier) @_method) @finding) @call
  (#eq? @_method "create_task")
  (#typed? @_loop "asyncio.get_running_loop" "asyncio.get_event_loop" "asyncio.new_event_loop"))
