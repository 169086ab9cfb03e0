; rows = [row async for row in cursor]
;             ^^^^^ hover
(for_in_clause "async" @hover)
