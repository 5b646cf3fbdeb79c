return {
  cmd = { "factcheck", "lsp" },
  filetypes = { "markdown", "text", "html" },
  root_markers = { ".factcheck.yaml", ".git" },
}
