; get_ipython().run_line_magic("timeit", "f()")
; ^^^^^^^^^^^ hover
((call function: (identifier) @hover) (#eq? @hover "get_ipython"))
