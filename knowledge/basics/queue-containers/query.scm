; import queue
; jobs = queue.Queue()
;              ^^^^^ hover
((call function: (attribute attribute: (identifier) @hover) @_function)
  (#resolves? @_function "queue.Queue" "queue.LifoQueue" "queue.PriorityQueue" "queue.SimpleQueue"))

; from queue import Queue
; jobs = Queue()
;        ^^^^^ hover
((call function: (identifier) @hover)
  (#resolves? @hover "queue.Queue" "queue.LifoQueue" "queue.PriorityQueue" "queue.SimpleQueue"))
