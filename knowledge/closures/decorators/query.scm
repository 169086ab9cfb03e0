; @cache
; ^ hover
; def f(): ...
(decorated_definition (decorator "@" @hover))
