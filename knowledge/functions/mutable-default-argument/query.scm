; def collect(item, bucket=[]): ...
;                          ^^ finding
(default_parameter
  name: (identifier) @parameter
  value: [
    (list) (dictionary) (set)
    (list_comprehension) (dictionary_comprehension) (set_comprehension)
    (call)
  ] @finding)

; def collect(item, bucket: list = []): ...
;                                  ^^ finding
(typed_default_parameter
  name: (identifier) @parameter
  type: (type) @annotation
  value: [
    (list) (dictionary) (set)
    (list_comprehension) (dictionary_comprehension) (set_comprehension)
    (call)
  ] @finding)
