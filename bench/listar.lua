-- wrk's script for GET /postos of one server. Argument: the server to ask.

function init(args)
   wrk.path = "/postos?server_id=" .. args[1]
end

dofile("resumo.lua")
