; import threading
; class Worker(threading.Thread): ...
;       ^^^^^^ finding
((class_definition
  name: (identifier) @finding
  superclasses: (argument_list [(identifier) (attribute)] @_base)) @class
  (#resolves? @_base "threading.Thread"))
