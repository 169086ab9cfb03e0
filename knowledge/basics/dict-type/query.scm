; ages = {"Ann": 30}
;        ^ hover
(dictionary) @hover

; ages = {"Ann": 30}
;              ^ hover
(dictionary (pair ":" @hover))

; ages = {}
; ages["Ann"] = 30
;     ^ hover
((subscript value: (_) @_value "[" @hover)
  (#typed? @_value "builtins.dict" "collections.OrderedDict"))

; ages = {}
; ages["Ann"] = 30
;           ^ hover
((subscript value: (_) @_value "]" @hover)
  (#typed? @_value "builtins.dict" "collections.OrderedDict"))
