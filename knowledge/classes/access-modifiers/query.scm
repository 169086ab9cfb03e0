; balance = account._cents
;                   ^^^^^^ hover
((attribute attribute: (identifier) @hover)
  (#match? @hover "^_[^_]")
  (#not-match? @hover "__")
  (#not-any-of? @hover "_replace" "_asdict" "_fields" "_make" "_field_defaults" "_exit" "_getframe"))
