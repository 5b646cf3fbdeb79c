return {
  cmd = { "factcheck", "lsp" },
  filetypes = { "markdown", "text", "html" },
  root_markers = { ".factcheck.yaml" },
  workspace_required = true, -- silent in folders without settings
}
