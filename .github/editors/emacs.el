(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((markdown-mode text-mode html-mode) . ("factcheck" "lsp"))))
