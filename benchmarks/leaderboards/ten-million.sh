#!/usr/bin/env bash
# Ten million battles through the prompt in a Java heap of 1.2 GB: prints seconds and peak memory.
#
#   benchmarks/leaderboards/ten-million.sh [BATTLES]
#
# Needs: the command line packaged (./plumbline builds it). The file is made here, 250 MB.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
battles=${1:-10000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk -v n="$battles" 'BEGIN {
  print "question_id,model_a,model_b,winner"
  srand(7)
  for (i = 0; i < n; i++) {
    m = i % 50
    r = rand()
    print "q" int(i / 20) ",base,m" m "," (r < 0.1 ? "tie" : r < 0.1 + 0.9 * (m + 1) / 52 ? "model_b" : "model_a")
  }
}' > "$work/battles.csv"
java -Xmx1200m -jar "$root/cli/target/"plumbline-cli-*.jar \
  leaderboard arena-hard --battles "$work/battles.csv" --baseline base -o csv > "$work/out.csv" &
pid=$!
peak=0
start=$(date +%s)
while kill -0 "$pid" 2>/dev/null; do
  now=$(awk '/VmHWM/ {print int($2 / 1024)}' "/proc/$pid/status" 2>/dev/null || echo 0)
  [ "${now:-0}" -gt "$peak" ] && peak=$now
  sleep 0.2
done
wait "$pid"
echo "$battles battles, $(($(wc -l < "$work/out.csv") - 1)) models: $(($(date +%s) - start)) s, peak $peak MB"
[ "$peak" -lt 2000 ]
