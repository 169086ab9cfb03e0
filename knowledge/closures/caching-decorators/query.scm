; load.cache_clear()
;      ^^^^^^^^^^^ hover
((attribute attribute: (identifier) @hover) (#any-of? @hover "cache_clear" "cache_info" "cache_parameters"))
