; from abc import abstractmethod
; @abstractmethod
; ^ hover
; def load(self, key): ...
((decorator "@" @hover (_) @_callee) (#resolves? @_callee "abc.abstractmethod"))
