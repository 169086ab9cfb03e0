; fetch(url)
; ^^^^^ what the rule marks, where `fetch` is `async def`
(expression_statement . (call function: [(identifier) (attribute)] @finding) @call .)
