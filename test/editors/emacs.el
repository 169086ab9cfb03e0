;;; emacs.el --- Drives PyGloss from Emacs with Eglot, without a screen  -*- lexical-binding: t -*-
;; PYGLOSS_CLI is the program, PYGLOSS_FILE a Python file that it may change.
;; Each check writes a line, "ok NAME" or "not ok NAME: WHY".
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'python)

(setq eglot-sync-connect 30 eglot-autoreconnect nil eglot-confirm-server-edits nil python-indent-guess-indent-offset nil)
(add-to-list 'eglot-server-programs
             `(python-mode . ("node" ,(getenv "PYGLOSS_CLI") "lsp" "--stdio")))

(defun pygloss-check (name run)
  (condition-case why
      (progn (funcall run) (princ (format "ok %s\n" name)))
    (error (princ (format "not ok %s: %s\n" name (replace-regexp-in-string "\n" " " (error-message-string why)))))))

(defun pygloss-wait (what condition)
  (let ((end (+ (float-time) 30)) found)
    (while (and (not (setq found (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or found (error "No %s" what))))

(defun pygloss-diagnostics ()
  ;; Eglot tells changes when Emacs is idle, which it never is here.
  (when (eglot-current-server) (eglot--signal-textDocument/didChange))
  (flymake-start)
  (flymake-diagnostics))

(defun pygloss-start ()
  (apply #'eglot--connect (eglot--guess-contact))
  (eglot--maybe-activate-editing-mode)
  (flymake-mode 1))

(find-file (getenv "PYGLOSS_FILE"))
(python-mode)

(pygloss-check "diagnostics"
  (lambda ()
    (pygloss-start)
    (let* ((found (pygloss-wait "diagnostic" #'pygloss-diagnostics)) (text (flymake-diagnostic-text (car found))))
      (unless (string-match-p "is-literal" text) (error "It says %s" text)))))

(goto-char (point-min))
(search-forward "is 3")
(goto-char (match-beginning 0))

(pygloss-check "hover"
  (lambda ()
    (let* ((answer (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                    (eglot--TextDocumentPositionParams)))
           (text (plist-get (plist-get answer :contents) :value)))
      (unless (string-match-p "literal" (downcase text)) (error "It says %s" text)))))

(pygloss-check "code action"
  (lambda ()
    (let* ((actions (eglot-code-actions (point) (1+ (point)) nil nil))
           (action (seq-find (lambda (one) (plist-get one :edit)) actions)))
      (unless action (error "No action with an edit"))
      (eglot--apply-workspace-edit (plist-get action :edit) nil)
      (goto-char (point-min))
      (unless (search-forward "if x == 3:" nil t) (error "The fix was not made"))
      (pygloss-wait "end of the diagnostic" (lambda () (null (pygloss-diagnostics)))))))

(pygloss-check "restart after kill"
  (lambda ()
    (let ((server (eglot--current-server-or-lose)))
      (signal-process (jsonrpc--process server) 'SIGKILL)
      (pygloss-wait "end of the server" (lambda () (not (jsonrpc-running-p server))))
      (goto-char (point-min))
      (search-forward "==")
      (replace-match "is")
      (pygloss-start)
      (pygloss-wait "diagnostic of the new server" #'pygloss-diagnostics))))

(set-buffer-modified-p nil)
(kill-emacs 0)
;;; emacs.el ends here
