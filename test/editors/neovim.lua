-- Drives PyGloss from Neovim without a screen. PYGLOSS_CLI is the program, PYGLOSS_FILE a Python file that it may change.
-- Each check writes a line, "ok NAME" or "not ok NAME: WHY".
local cli, path = vim.env.PYGLOSS_CLI, vim.env.PYGLOSS_FILE
local SECONDS = 30000

local function check(name, run)
  local fine, why = pcall(run)
  io.stdout:write(fine and ("ok " .. name .. "\n") or ("not ok " .. name .. ": " .. tostring(why):gsub("\n", " ") .. "\n"))
end

local function wait(what, condition)
  if not vim.wait(SECONDS, condition, 20) then error("no " .. what) end
end

local buffer, client

local function start()
  local ready = false
  client = vim.lsp.start_client({
    name = "pygloss",
    cmd = { "node", cli, "lsp", "--stdio" },
    root_dir = vim.fn.fnamemodify(path, ":h"),
    on_init = function() ready = true end,
  })
  wait("answer to initialize", function() return ready end)
  vim.lsp.buf_attach_client(buffer, client)
end

local function diagnostics()
  return vim.diagnostic.get(buffer)
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, SECONDS) or {}
  for _, answer in pairs(answers) do
    if answer.result then return answer.result end
  end
  error("no answer to " .. method)
end

local function position(line, character)
  return { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = line, character = character } }
end

vim.cmd("edit " .. vim.fn.fnameescape(path))
vim.bo.filetype = "python"
buffer = vim.api.nvim_get_current_buf()

check("diagnostics", function()
  start()
  wait("diagnostic", function() return #diagnostics() == 1 end)
  local found = diagnostics()[1]
  assert(found.code == "is-literal" and found.source == "pygloss" and found.lnum == 1, vim.inspect(found))
end)

check("hover", function()
  local contents = request("textDocument/hover", position(1, 5)).contents
  assert(contents.value:find("`is` with a literal", 1, true) or contents.value:lower():find("literal"), contents.value)
end)

check("code action", function()
  local params = position(1, 5)
  params.range = { start = params.position, ["end"] = params.position }
  params.context = { diagnostics = {} }
  local applied = false
  for _, action in ipairs(request("textDocument/codeAction", params)) do
    if action.edit and not applied then
      vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
      applied = true
    end
  end
  assert(vim.api.nvim_buf_get_lines(buffer, 1, 2, false)[1] == "if x == 3:", "the fix was not made")
  wait("end of the diagnostic", function() return #diagnostics() == 0 end)
end)

check("restart after kill", function()
  local pid
  for _, child in ipairs(vim.api.nvim_get_proc_children(vim.fn.getpid())) do pid = child end
  assert(pid, "no process of the server")
  local killed = client
  vim.loop.kill(pid, "sigkill")
  wait("end of the client", function() return vim.lsp.get_client_by_id(killed) == nil end)
  vim.api.nvim_buf_set_lines(buffer, 1, 2, false, { "if x is 4:" })
  start()
  assert(client ~= killed)
  wait("diagnostic of the new server", function() return #diagnostics() == 1 end)
end)

vim.cmd("qall!")
