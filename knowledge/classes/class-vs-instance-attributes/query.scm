; class Player:
;     lives = 3
;           ^ hover
((assignment left: (identifier) !type "=" @hover) @_statement (#in-class? @_statement))
