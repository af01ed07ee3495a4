-- wrk's script for POST /viagens: trips of so many stops over three servers, each in hours of its own.
-- Argument: the number of stops.

local SERVERS = { "server1", "server2", "server3" }
local POSTOS = 40
local YEAR_HOURS = 300 * 24

local stops, first, n

function init(args)
   stops = tonumber(args[1])
   local seed = io.open("/dev/urandom"):read(3)
   math.randomseed(seed:byte(1) * 65536 + seed:byte(2) * 256 + seed:byte(3))
   begin_elsewhere()
end

-- in another part of the year at every run, as the databases remember those before
function begin_elsewhere()
   first = math.random(0, YEAR_HOURS - 1)
   n = -1
end

function request()
   n = n + 1
   local posto = n % POSTOS + 1
   local begin = os.time() + 7200 + (first + math.floor(n / POSTOS)) % YEAR_HOURS * 3600
   local paradas = {}
   for i = 1, stops do
      -- a day apart, as the way between must be drivable; two minutes each, so that twenty fit into the hour of their day
      local inicio = begin + (i - 1) * (86400 + 150)
      paradas[i] = string.format('{"server_id":"%s","posto_id":%d,"inicio":"%s","fim":"%s"}',
         SERVERS[(i - 1) % #SERVERS + 1], posto,
         os.date("!%Y-%m-%dT%H:%M:%SZ", inicio), os.date("!%Y-%m-%dT%H:%M:%SZ", inicio + 120))
   end
   local body = string.format(
      '{"carro":{"placa":"BEN%04d","modelo":"Bench","capacidade_bateria":44.9,"nivel_bateria_atual":40,"taxa_descarga":0.15},'
         .. '"paradas":[%s]}', posto, table.concat(paradas, ","))
   return wrk.format("POST", "/viagens", { ["Content-Type"] = "application/json" }, body)
end

-- where an earlier run has been, everything is refused
function response(status)
   if status == 409 then
      begin_elsewhere()
   end
end

dofile("resumo.lua")
