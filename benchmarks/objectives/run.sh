#!/usr/bin/env bash
# Time of one 64 x 2 x 512-token batch: in process, and as a gRPC call on loopback. The evaluation
# is pinned to core 0; the client of the call to core 1, or to core 0 as well.
#   mvn -q -pl objectives-server -am package -Pquick && benchmarks/objectives/run.sh [NAME...]
set -euo pipefail
cd "$(dirname "$0")/../.."
server=objectives-server/target
classes=$server/plumbline-objectives-server.jar:$server/lib/*

echo '# in process, core 0'
taskset -c 0 java -XX:+UseSerialGC -cp "$classes" benchmarks/objectives/ObjectiveBenchmark.java "$@"

for client in 1 0; do
  printf '\n# gRPC round trip: server on core 0, client on core %s\n' "$client"
  out=$(mktemp)
  PLUMBLINE_OBJECTIVES_PORT=0 taskset -c 0 \
    java -XX:+UseSerialGC -Xmx512m -jar "$server/plumbline-objectives-server.jar" >"$out" &
  pid=$!
  trap 'kill "$pid" 2>/dev/null || true; rm -f "$out"' EXIT
  until grep -q 'listening on .*:[0-9]' "$out"; do
    kill -0 "$pid"
    sleep 0.1
  done
  port=$(sed -n 's/.*listening on .*:\([0-9]*\)$/\1/p' "$out")
  taskset -c "$client" java -XX:+UseSerialGC -cp "$classes" \
    benchmarks/objectives/ServiceBenchmark.java "$port" "$pid" "$@"
  kill "$pid"
  wait "$pid" || true
  rm -f "$out"
done
