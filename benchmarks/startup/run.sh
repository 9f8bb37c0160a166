#!/usr/bin/env bash
# Start-up and memory of judge-service as each of its packages, one table, one machine, one run.
# Usage: run.sh [ROUNDS]. Needs mvn package -Pquick; the executable is left out where it is not built.
# Environment: JAVA_HOME (JDK 25 for the AOT cache; without it AppCDS only).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rounds=${1:-5}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
app=$PWD/judge-service/target/quarkus-app
runner=$PWD/judge-service/target/canary/plumbline-judge-service-0.1.0-SNAPSHOT-runner
# The suite's own flags (JavaFlags).
flags='-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1'
version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
((version < 24)) || flags+=' --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow'
classpath="cli/target/plumbline-cli-0.1.0-SNAPSHOT.jar:cli/target/lib/*"
bench() { "$java" -cp "$classpath" benchmarks/startup/StartupBenchmark.java "$@"; }

jvm="$java $flags -jar $app/quarkus-run.jar"
# One round each that leaves the archive when the service ends.
bench 1 "record=$java $flags -XX:ArchiveClassesAtExit=$work/app.jsa -jar $app/quarkus-run.jar" >/dev/null
packages=("JVM=$jvm" "AppCDS=$java $flags -XX:SharedArchiveFile=$work/app.jsa -jar $app/quarkus-run.jar")
if ((version >= 25)); then
  bench 1 "record=$java $flags -XX:AOTCacheOutput=$work/app.aot -jar $app/quarkus-run.jar" >/dev/null
  packages+=("AOT=$java $flags -XX:AOTCache=$work/app.aot -jar $app/quarkus-run.jar")
fi
[[ ! -x $runner ]] || packages+=("native=$runner -Xmx256m")
"$java" -version 2>&1 | head -n 1
bench "$rounds" "${packages[@]}"
