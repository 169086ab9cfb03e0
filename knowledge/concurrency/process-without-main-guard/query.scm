; import multiprocessing
; multiprocessing.Process(target=work).start()
; ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ finding
((call function: (attribute object: (_) @_process attribute: (identifier) @_method) @finding) @call
  (#eq? @_method "start")
  (#typed? @_process "multiprocessing.Process"))
