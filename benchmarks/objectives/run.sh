#!/usr/bin/env bash
# Time of one 64 x 2 x 512-token batch on one core. Needs the classes of the module objectives:
#   mvn -q -pl objectives -am package -Pquick && benchmarks/objectives/run.sh [NAME...]
set -eu
cd "$(dirname "$0")/../.."
exec taskset -c 0 java -XX:+UseSerialGC -cp objectives/target/classes benchmarks/objectives/ObjectiveBenchmark.java "$@"
