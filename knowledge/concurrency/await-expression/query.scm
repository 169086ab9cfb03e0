; body = await response.read()
;        ^^^^^ hover
(await "await" @hover)
