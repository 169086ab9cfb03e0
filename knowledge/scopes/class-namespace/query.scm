; class Timer:
;            ^ hover
;     unit = "s"
(class_definition ":" @hover)
