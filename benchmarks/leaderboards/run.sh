#!/usr/bin/env bash
# Times our leaderboard arithmetic beside the peers' own Python: same files, same cores, same run.
#
#   benchmarks/leaderboards/run.sh [ROUNDS_OF_THE_PEER]
#
# Needs: the statistics module compiled, published data in $PLUMBLINE_DATA (default ../shared/data), a
# Python with scikit-learn, pandas and torch in $PEER_PYTHON, and the peers' git repositories in
# $ALPACA_EVAL and $ARENA_HARD. The peer's bootstrap takes minutes for 1,000 rounds; it is timed for
# ROUNDS (default 50) and compared by the round.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
data=${PLUMBLINE_DATA:-$root/../shared/data}
python=${PEER_PYTHON:-python3}
: "${ALPACA_EVAL:?set it to a clone of tatsu-lab/alpaca_eval}"
: "${ARENA_HARD:?set it to a clone of lmarena/arena-hard-auto}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
libraries=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" \
  \( -path '*jackson-core/*' -o -path '*hipparchus-core/*' \) -name '*.jar' | tr '\n' ':')
"$python" "$here/prepare.py" "$data" "$work/styled.tsv"
"$python" "$here/peer.py" "$data" "$ALPACA_EVAL" "$ARENA_HARD" "$work/styled.tsv" "${1:-50}" \
  > "$work/peer.json"
java -cp "$root/statistics/target/classes:$libraries" "$here/LeaderboardBenchmark.java" \
  "$data" "$work/styled.tsv" 1000 > "$work/ours.json"
"$python" "$here/ratios.py" "$work/peer.json" "$work/ours.json"
