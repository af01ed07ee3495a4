-- wrk's script for POST /reservar: each request reserves a quarter of an hour of its own, the shortest usual window, so each
-- is a full, durable reservation.
-- Argument: the server to ask.

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

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format(
      "%6d requests  %7.1f/s   p50 %7.2f ms   p95 %7.2f ms   p99 %7.2f ms   refused or failed: %d\n",
      summary.requests, summary.requests / summary.duration * 1e6,
      latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
      errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
