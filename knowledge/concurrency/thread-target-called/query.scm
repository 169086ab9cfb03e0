; import concurrent.futures
; concurrent.futures.ThreadPoolExecutor().submit(work())
;                                                ^^^^^^ argument
((call
   function: (attribute object: (_) @receiver attribute: (identifier) @method) @finding
   arguments: (argument_list . (call function: [(identifier) (attribute)]) @argument)) @call
  (#any-of? @method "submit" "map" "add_done_callback"))
