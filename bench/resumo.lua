-- What wrk says in the end, in one line.

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format(
      "%6d requests  %7.1f/s   p50 %7.2f ms   p95 %7.2f ms   p99 %7.2f ms   refused or failed: %d\n",
      summary.requests, summary.requests / summary.duration * 1e6,
      latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
      errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
