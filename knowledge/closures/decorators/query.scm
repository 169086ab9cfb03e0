; @cache
; ^ hover
; def f(): ...
(decorator "@" @hover)
