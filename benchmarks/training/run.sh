#!/bin/sh
# Training throughput of trainer-worker and of PyTorch, in turns on the same cores.
# Usage: PYTORCH_PYTHON=/path/to/venv/bin/python benchmarks/training/run.sh [ROUNDS [STEPS]]
# Both run with OMP_NUM_THREADS threads (default 2). Prints every round, then medians and ratios.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
: "${PYTORCH_PYTHON:?names a Python that has torch}"
rounds=${1:-5}
steps=${2:-20}
warm_up=2
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-2}"
# For both: threads that spin while they wait measure the neighbours' load.
export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-passive}"
jar="$root/trainer-worker/target/plumbline-trainer-worker.jar"
[ -f "$jar" ] || { echo "build first: mvn -pl trainer-worker -am package -Pquick" >&2; exit 2; }
results=$(mktemp)
trap 'rm -f "$results"' EXIT
for round in $(seq "$rounds"); do
  for side in worker pytorch pytorch-plain; do
    case $side in
      worker) out=$(java -cp "$jar" "$here/TrainingBenchmark.java" "$warm_up" "$steps" 2>/dev/null) ;;
      pytorch) out=$("$PYTORCH_PYTHON" "$here/peer.py" "$warm_up" "$steps") ;;
      pytorch-plain) out=$("$PYTORCH_PYTHON" "$here/peer.py" "$warm_up" "$steps" plain) ;;
    esac
    echo "$side $out" | tee -a "$results"
  done
done
"$PYTORCH_PYTHON" "$here/ratios.py" "$results"
