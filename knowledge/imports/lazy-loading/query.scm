; def __getattr__(name): return load(name)
;     ^^^^^^^^^^^ hover
((function_definition name: (identifier) @hover) @_function (#eq? @hover "__getattr__") (#in-module? @_function))
