; from pathlib import Path
; settings = Path("etc") / "app.toml"
;                        ^ hover
((binary_operator left: (_) @_path operator: "/" @hover)
  (#typed? @_path "pathlib.Path" "pathlib.PurePath" "pathlib.PurePosixPath" "pathlib.PureWindowsPath"))
