-- wrk's script for POST /reservar: each request reserves a quarter of an hour of its own, the shortest usual window, so each
-- is a full, durable reservation.
-- Arguments: the server to ask; which of its reservations comes first, by default one by chance.

local POSTOS = 40
local YEAR_QUARTERS = 360 * 24 * 4

-- the same for all requests of a run, so that their windows do not overlap
local START = os.time() + 7200

local server, first, n

function init(args)
   server = args[1]
   local seed = io.open("/dev/urandom"):read(3)
   math.randomseed(seed:byte(1) * 65536 + seed:byte(2) * 256 + seed:byte(3))
   begin_elsewhere()
   if args[2] then
      first, n = 0, tonumber(args[2]) - 1
   end
end

-- in another part of the year at every run, as the database remembers those before
function begin_elsewhere()
   first = math.random(0, YEAR_QUARTERS - 1)
   n = -1
end

function request()
   n = n + 1
   -- a car for each point, so that no car is at two points at once
   local posto = n % POSTOS
   local quarter = (first + math.floor(n / POSTOS)) % YEAR_QUARTERS
   local inicio = START + quarter * 900
   local body = string.format(
      '{"placa":"BEN%04d","modelo":"Bench","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,"taxa_descarga":0.15,'
         .. '"posto_id":%d,"server_id":"%s","inicio":"%s","fim":"%s"}',
      posto, posto + 1, server,
      os.date("!%Y-%m-%dT%H:%M:00Z", inicio), os.date("!%Y-%m-%dT%H:%M:00Z", inicio + 900))
   return wrk.format("POST", "/reservar", { ["Content-Type"] = "application/json" }, body)
end

-- where an earlier run has been, everything is refused
function response(status)
   if status == 409 then
      begin_elsewhere()
   end
end

dofile("resumo.lua")
