; def __getattr__(name): return load(name)
;     ^^^^^^^^^^^ hover
(module (function_definition name: (identifier) @hover (#eq? @hover "__getattr__")))
