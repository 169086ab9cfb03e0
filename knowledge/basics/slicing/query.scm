; head = items[:3]
;              ^ hover
(slice ":" @hover)

; head = items[:3]
;             ^ hover
(subscript "[" @hover subscript: (slice))

; head = items[:3]
;                ^ hover
(subscript subscript: (slice) "]" @hover)

; def __getitem__(self, key): ...
;     ^^^^^^^^^^^ hover
((function_definition name: (identifier) @hover) (#eq? @hover "__getitem__"))
